import type { TrainingText } from './training-text';

export const es: TrainingText = {
  where_is_my_order: `dónde está mi pedido|por dónde va mi paquete|cuándo llega mi entrega|me puede decir cuándo llega mi paquete|todavía no he recibido mi pedido|mi paquete sigue sin llegar|ya enviaron mi pedido
el seguimiento no cambia desde hace días|necesito el número de seguimiento|cuál es el estado de mi pedido|estoy esperando mi paquete|pedí la semana pasada y no ha llegado nada|hay novedades de mi envío
la entrega va con retraso|rastrear mi paquete|cuándo sale mi pedido|por qué se canceló mi pedido`,
  delivery_info: `cuánto tarda el envío|cuánto cuesta el envío|envían a portugal|qué transportista usan|hay envío urgente|a partir de cuánto es gratis el envío|puedo recogerlo en tienda|entregan los sábados
hacen envíos al extranjero|cuáles son los plazos de entrega|se puede enviar a un punto de recogida|gastos de envío a canarias|tengo que estar en casa para la entrega`,
  cancel_order: `por favor cancelen mi pedido|quiero cancelar el pedido|pedí por error, cancélenlo|todavía puedo cancelar|ya no lo necesito, quiero cancelarlo|cancelación del pedido 4410|cancelar pedido|pedí dos veces, cancelen uno
cómo anulo mi compra|paren mi pedido antes de que salga|ya no quiero el pedido|anular todo|dónde está el botón para cancelar`,
  change_items: `pueden añadir otro artículo a mi pedido|quiero cambiar la talla en mi pedido|pongan dos en vez de uno|cambiar el color antes del envío|elegí mal la talla, pueden cambiarla antes de enviar|modificar mi pedido
quiten los calcetines de mi pedido|prefiero el modelo negro en mi pedido pendiente|puedo editar los artículos todavía|subir la cantidad a tres|otro modelo en el pedido|agreguen una taza|quitar un artículo del pedido`,
  change_address: `necesito cambiar la dirección de entrega|me equivoqué de calle|envíenlo a mi oficina por favor|el número de la casa está mal|me he mudado, cambien la dirección|corregir la dirección del pedido 3301|entregar en otra dirección
código postal equivocado en mi pedido|por favor a mi nueva dirección|desviar el paquete a casa de mi vecino|cambio de dirección|el pedido va a la dirección antigua, hay que cambiarla|mi dirección ha cambiado`,
  change_payment: `quiero cambiar la forma de pago|puedo pagar mejor con paypal|cobren a otra tarjeta por favor|cambiar el método de pago de mi pedido|usé la tarjeta equivocada|prefiero pagar por transferencia
pagar el pedido con tarjeta regalo en lugar de crédito|se puede cambiar el pago después de pedir|otro método de pago para el pedido 2001|pasar el pago a paypal|mi tarjeta caducó, una nueva para este pedido|cambiar de tarjeta en la compra`,
  return: `quiero devolver la chaqueta|cómo devuelvo esto|necesito una etiqueta de devolución|los zapatos me quedan pequeños y quiero devolverlos|quiero hacer una devolución|registrar una devolución|envíenme el formulario de devolución
quiero devolver el pedido|no me queda bien|ejerzo mi derecho de desistimiento|devolver dos artículos|a dónde mando la devolución|no me gusta, quiero devolverlo`,
  exchange: `puedo cambiar los zapatos por otra talla|quiero otra talla|cámbienla por la azul|cambio por una talla más grande|quisiera un reemplazo|me pueden mandar uno nuevo de reemplazo|cambiar un artículo por otro
cambio a talla m|quiero cambiar la camisa por otra|solicitud de cambio|se puede cambiar por la versión blanca|sustitución por favor|cambiar el modelo que recibí`,
  refund: `quiero que me devuelvan el dinero|por favor reembolsen el importe|exijo un reembolso|reembolso del pedido 6120|pueden reembolsar los gastos de envío|devuélvanme mi dinero|solicito un reembolso
quiero mi dinero|reembolso parcial por favor|no quiero un vale sino mi dinero|cómo consigo un reembolso|reembolsen la diferencia|quiero el reembolso completo`,
  refund_status: `cuándo recibo mi reembolso|el reembolso no está en mi cuenta todavía|estoy esperando mi reembolso|dónde está mi dinero|cuánto tarda el reembolso|no he recibido el reembolso|lo devolví hace dos semanas y aún no hay dinero
ya procesaron mi reembolso|estado de mi reembolso|mi devolución llegó pero no me han pagado|cuándo estará el dinero en mi tarjeta|alguna noticia de mi reembolso`,
  return_policy: `cuánto tiempo tengo para devolver|cuál es su política de devoluciones|son gratis las devoluciones|quién paga la devolución|cuántos días tengo para devolver|se pueden devolver artículos rebajados|plazo de devolución
se puede devolver ropa interior|puedo devolver un producto abierto|cuál es el plazo de cambio|y si no me queda bien|garantía de devolución del dinero|hace falta la caja original para devolver`,
  missing_parcel: `el seguimiento dice entregado pero no tengo nada|me robaron el paquete|mi paquete se perdió|supuestamente lo entregaron ayer|lo tiene un vecino que no conozco|paquete marcado como entregado pero no está|el envío ha desaparecido
la mensajería dice entregado y no es verdad|robaron mi caja del portal|lo dejaron en otra casa|paquete extraviado en el transporte|el vecino no tiene el paquete|nunca llegó aunque figura como entregado`,
  missing_item: `falta una pieza en la entrega|solo venía un artículo en el paquete|recibí solo dos de tres|falta el cargador|el pedido llegó incompleto|olvidaron la tapa|faltaba un artículo|los tornillos no venían
solo llegó la mitad de mi pedido|el regalo no estaba en la caja|me falta la segunda taza|dónde está el resto de mi pedido|faltan dos unidades`,
  damaged_or_wrong: `el paquete llegó dañado|la cremallera está rota|recibí el artículo equivocado|el aparato no funciona|la botella se derramó|el vidrio está agrietado|me enviaron otra talla|no es lo que pedí
la pantalla está rayada|la costura está rasgada|producto defectuoso|mala calidad|la lámpara no enciende|recibí el pedido de otra persona`,
  discount_code: `mi código de descuento no funciona|no se aplicó el descuento|tienen algún cupón|dónde pongo el código|código inválido|hay descuento para estudiantes|olvidé poner el cupón|promociones actuales|el código ha caducado
se pueden combinar dos cupones|no aceptan mi tarjeta regalo|hay rebajas ahora|descuento para clientes nuevos`,
  price_match: `en otro sitio está más barato|el precio bajó después de mi pedido|me devuelven la diferencia de precio|tienen garantía del mejor precio|lo vi más barato en la competencia|pueden igualar el precio|hoy cuesta menos que ayer
otra tienda lo vende por menos|ahora está en oferta y pagué el precio completo|háganme el mismo precio|igualación de precios|igualan precios`,
  points_balance: `cuántos puntos tengo|mi saldo de puntos|cuántos puntos faltan para la próxima recompensa|cuánto valen mis puntos|cuándo caducan mis puntos|cómo funciona el programa de fidelidad|ver mis recompensas
qué recompensas puedo obtener|cuál es mi nivel|consultar puntos|cómo gano puntos|cuánto saldo de fidelidad tengo`,
  points_missing: `faltan mis puntos|no me dieron puntos por mi último pedido|no se han abonado los puntos|mis puntos desaparecieron|veo menos puntos que antes|los puntos extra nunca llegaron|puntos del pedido 3301 no recibidos
por favor añadan los puntos que faltan|no recibí mis puntos de cumpleaños|el saldo de puntos está mal|compré y no tengo puntos|perdí mis puntos`,
  redeem_reward: `quiero canjear mis puntos|cómo canjeo una recompensa|puedo pagar con puntos|cambiar mis puntos por un vale|canjeen 200 puntos por favor|canjear recompensa|quiero usar mis puntos|apliquen mis puntos a este pedido
dónde uso mis puntos|convertir puntos en descuento|quiero mi premio|usar mi regalo de cumpleaños`,
  skip_delivery: `saltar la próxima entrega|quiero pausar mi suscripción|este mes sin caja por favor|aplazar la entrega dos semanas|estoy de vacaciones, pausen los envíos|puedo saltarme una entrega|pausa hasta junio
manden el próximo envío más tarde|todavía tengo, salten una|posponer la fecha de entrega|suspender los envíos un tiempo|hacer una pausa`,
  change_subscription: `quiero cambiar mi suscripción|cada dos meses en vez de cada mes|otro producto en mi suscripción|cambiar la frecuencia de entrega|una caja más pequeña en la suscripción|reanudar mi suscripción|pasar a semanal
mejorar mi plan|cambiar el sabor de mi suscripción|modificar el intervalo|reactivar mi suscripción|más café en la suscripción|cambiar la fecha de mi suscripción al 15`,
  cancel_subscription: `quiero cancelar mi suscripción|terminen mi suscripción por favor|darme de baja de la suscripción|cancelar la membresía|parar la renovación automática|cómo me doy de baja de la caja mensual|dar de baja mi plan|no más envíos, cancelen la suscripción
nunca quise una suscripción, cancélenla|terminar el contrato|no renueven por favor|baja de la suscripción`,
  invoice: `me pueden enviar una factura|necesito un recibo|dónde encuentro la factura|factura del pedido 9912|factura con iva por favor|perdí el ticket|la factura tiene el nombre mal|copia de la factura
comprobante de compra para la garantía|no venía la factura en el paquete|el nombre de mi empresa en la factura|factura en pdf`,
  payment_problem: `me cobraron dos veces|el pago falló|rechazaron mi tarjeta|me cobraron de más|no puedo pagar|cargo desconocido|me cobraron pero no hay pedido|paypal no funciona|una comisión que no conozco|el pago está atascado
importe cobrado incorrecto|da error al pagar|me cobraron algo que nunca compré`,
  payment_methods: `qué métodos de pago aceptan|puedo pagar por transferencia|aceptan paypal|se puede pagar a plazos|puedo pagar con klarna|aceptan american express|cómo puedo pagar|hay pago contra reembolso|apple pay disponible
puedo pagar con bizum|formas de pago|pagar después|puedo pagar con tarjeta regalo`,
  product_question: `la chaqueta es impermeable|qué talla debo elegir|de qué material es|se puede lavar en lavadora|cuánto pesa la tienda|cuáles son las medidas de la mesa|qué diferencia hay entre los modelos|me recomienda algo
qué ingredientes tiene|talla pequeño|es apto para niños|cómo se usa|es original|qué colores hay|es compatible con mi teléfono`,
  stock_question: `tienen la tienda en verde|cuándo vuelven a tener las botas|está disponible en talla m|está en stock|agotado, cuándo reponen|venden también cajas de regalo|queda la azul|puedo reservarlo|cuántos les quedan
vuelve a estar disponible|hay existencias del artículo|venden todavía la versión antigua`,
  warranty: `cuánto dura la garantía|el aparato se rompió al año, garantía|quiero reclamar la garantía|lo pueden reparar|la garantía cubre los arañazos|reparación por favor|repuesto para mi batidora|dónde registro la garantía
sigue en garantía|cuántos años de garantía|tienen servicio de reparación|perdí la tarjeta de garantía`,
  place_order: `quiero comprar la lámpara|cómo hago un pedido|puedo pedir por teléfono|me gustaría pedir dos más|háganme el pedido por favor|dónde puedo comprarlo|volver a pedir|hacer un nuevo pedido|necesito 50 unidades para mi empresa
quiero pedir algo|puedo comprar sin cuenta|repetir mi último pedido`,
  account: `no puedo iniciar sesión|cómo restablezco mi contraseña|olvidé la contraseña|cambiar el correo de mi cuenta|no me llega el código de verificación|mi cuenta está bloqueada|crear una cuenta|actualizar mi teléfono
no me deja entrar|cambiar mi nombre en el perfil|no puedo registrarme|mis datos de acceso no funcionan`,
  delete_account: `eliminen mi cuenta por favor|borren todos mis datos|quiero borrar mi perfil|cerrar mi cuenta|quitar toda mi información personal|eliminar cuenta|derecho al olvido|ya no quiero una cuenta con ustedes|desactivar la cuenta
sáquenme de su base de datos|borrar mis datos|dar de baja mi cuenta de cliente`,
  newsletter: `denme de baja del boletín|no más publicidad por favor|cómo me suscribo al boletín|recibo demasiados correos suyos|cancelar el boletín|quítenme de la lista|dejen de mandar correos publicitarios
el enlace de baja no funciona|nunca me apunté a la publicidad|apuntarme a la newsletter|spam de ustedes|no quiero correos promocionales`,
  complaint: `su servicio es pésimo|estoy muy decepcionado|es una vergüenza|nadie contesta mis correos|nunca más compro aquí|quiero poner una queja|el repartidor fue grosero|qué tienda tan mala|atención al cliente horrible
estoy furioso|es inaceptable|he escrito tres veces y nadie responde|poco profesional`,
  human: `quiero hablar con una persona|pásenme con un agente|llámenme por favor|no quiero hablar con un robot|un agente por favor|tienen un número de teléfono|hablar con atención al cliente|una persona real
alguien me puede llamar|quiero un asesor|su encargado por favor|qué horario tiene atención al cliente`,
  smalltalk: `hola|buenos días|cómo estás|gracias|muchas gracias por la ayuda|genial gracias|vale|adiós|buen día|eres un robot|quién eres|qué bien|entendido|sí|no|buenas|muy amable
ya llegó gracias|está resuelto|ya tengo mi dinero, gracias|el paquete llegó hoy, gracias`,
  other: `qué tiempo hará mañana|quién ganó ayer|pon música|cómo cocino arroz|pon una alarma a las siete|cuántos planetas hay|busco trabajo con ustedes|colaboración con su marca|mi banco no muestra el saldo
cuenta un chiste|dónde está el aeropuerto|lo compré para mi hermano|ver adjunto|escribo desde el móvil|quién es su director|quiero ser distribuidor`,
};
