import type { TrainingSet } from './training';

export const es: TrainingSet = {
  whereabouts: `dónde está mi pedido
por dónde va mi paquete
cuándo llega mi pedido
me pueden decir cuándo recibiré mi paquete
todavía no he recibido mi pedido
mi paquete sigue sin llegar
ya han enviado mi pedido
salió ya el paquete
pueden revisar el seguimiento
el seguimiento no se mueve desde hace días
necesito el número de seguimiento
cuál es el estado de mi pedido
cuánto tarda la entrega
estoy esperando mi paquete
pedí la semana pasada y no me ha llegado nada
hay noticias de mi envío`,
  refund: `quiero que me devuelvan el dinero
por favor reembolsen mi pedido
cuándo recibo mi reembolso
el reembolso no está en mi cuenta`,
  return: `quiero devolver la chaqueta
cómo devuelvo este artículo
los zapatos son pequeños puedo cambiarlos
necesito una etiqueta de devolución`,
  cancel: `por favor cancelen mi pedido
quiero cancelar antes de que salga
lo pedí por error
ya no lo necesito`,
  change_order: `tengo que cambiar la dirección de entrega
puse mal la calle
pueden enviarlo a mi oficina
pueden añadir otro artículo`,
  damaged_or_wrong: `el paquete llegó dañado
la cremallera está rota
recibí el artículo equivocado
falta un producto en la caja`,
  missing_parcel: `dice entregado pero no tengo nada
me robaron el paquete
mi paquete se ha perdido
lo dejaron con un vecino que no conozco`,
  payment: `me cobraron dos veces
me pueden enviar la factura
qué formas de pago aceptan
mi cupón no funciona`,
  product_question: `tienen la tienda en verde
la chaqueta es impermeable
qué talla debo elegir
cuándo vuelve a estar en stock`,
  account: `no puedo iniciar sesión
cómo cambio mi contraseña
borren mi cuenta
denme de baja del boletín`,
  complaint: `su servicio es pésimo
estoy muy decepcionado
esto es inaceptable
nadie responde a mis correos`,
  human_requested: `quiero hablar con una persona
páseme con un agente
llámenme por favor
no quiero un robot`,
};
