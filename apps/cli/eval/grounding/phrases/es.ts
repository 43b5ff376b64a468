import type { Phrases } from './phrases';

export const es: Phrases = {
  greetings: ['Hola {name}:', 'Hola {name},', 'Estimada {name},', '¡Hola {name}!'],
  closings: [
    'Escríbame si necesita algo más.',
    '¿Puedo ayudarle en algo más?',
    '¡Gracias por su paciencia!',
    'Que tenga un buen día.',
  ],
  replies: {
    transit: [
      'gracias por su mensaje. He mirado el pedido {order}: [[status: está en camino | ha sido entregado]] con {carrier}. La entrega está prevista para el {eta}. El número de seguimiento es {tracking}.',
      'su pedido {order}, realizado el {placed}, [[negation: ha sido enviado | no ha sido enviado]] y debería llegar el {eta}. Puede seguir el paquete aquí: {url}',
      'buenas noticias: {item} del pedido {order} está en camino con {carrier}. La entrega está prevista para el {eta}.',
    ],
    delivered: [
      'he mirado el pedido {order}. Según {carrier}, [[negation: fue entregado | no fue entregado]] el {delivered}. ¿Lo tiene quizás un vecino?',
      'su paquete {tracking} [[status: fue entregado | está en un punto de recogida]] el {delivered}. Si no lo encuentra, escríbame.',
    ],
    unshipped: [
      'su pedido {order} del {placed} [[negation: todavía no ha sido enviado | ha sido enviado]]. Cuando salga, recibirá un correo.',
      'veo el pedido {order}, realizado el {placed}, con un total de {total}. [[status: Todavía no ha salido | Ya está en camino]].',
    ],
    two: [
      'tiene dos pedidos: {order} llega el {eta}, y {order2} llega el {eta2}.',
      'encuentro dos pedidos. {order} está en camino y se espera el {eta}.\n{order2} también está en camino y se espera el {eta2}.',
    ],
    refunded: [
      'listo: he reembolsado {refund} del pedido {acted}. El dinero vuelve a su forma de pago.',
      'un importe de {refund} [[negation: ha sido reembolsado | no ha sido reembolsado]] por el pedido {acted}. Disculpe las molestias.',
    ],
    cancelled: [
      'he cancelado el pedido {acted} como quería.',
      'su pedido {acted} [[negation: ha sido cancelado | no ha sido cancelado]], como nos pidió.',
    ],
    returned: [
      'he creado una devolución de {qty} x {item} del pedido {acted}.',
      'su devolución de {qty} x {item} del pedido {acted} ha sido creada.',
    ],
    points: [
      'tiene {points} puntos y su nivel es {tier}.',
      'en su cuenta hay {points} puntos, su nivel es {tier}. La recompensa "Free mug" cuesta 100 puntos.',
    ],
    policy: [
      'puede devolver los artículos sin usar en un plazo de {days} días desde la recepción. [r] El artículo [[negation: debe estar en su embalaje original | no debe estar en su embalaje original]]. [r]',
      'el envío estándar tarda {ship} días laborables y cuesta {fee} [s].',
    ],
    product: [
      '{item} está disponible en {colour} y cuesta {price}.',
      'sí, tenemos {item} en {colour}. Es de [[attribute: algodón | cuero]] y el precio es {price}.',
      '{item} en {colour} [[negation: está disponible | no está disponible]]. El precio es {price}.',
    ],
    discount: [
      'como agradecimiento he creado el código {code}. Le da un {percent} % de descuento.',
      'su código de descuento es {code} y vale un {percent} %.',
    ],
    address: [
      'solo para confirmar: el pedido {acted} iría a {street}. ¿Es correcto?',
      'la nueva dirección para {order} sería {street}. ¿Lo hago?',
    ],
    approval: ['un reembolso de {refund} del pedido {acted} se tiene que revisar. Un compañero decide y le escribe.'],
    cannot: [
      'lamentablemente el pedido {order} [[negation: ya no puede ser cancelado | todavía puede ser cancelado]], porque ya ha sido enviado.',
      'lo siento, no puedo cancelar el pedido {order}: el paquete [[status: ya está en camino | todavía no ha sido enviado]].',
    ],
    lines: [
      'el pedido {order} contiene {qty} x {item}. El precio por unidad es {price} y el total es {total}.',
      'en el pedido {order} hay {qty} x {item} a {price} cada uno.',
    ],
  },
  passages: {
    returns:
      'Los artículos sin usar se pueden devolver en un plazo de {days} días desde la recepción. El artículo debe estar en su embalaje original. Los artículos rebajados están excluidos.',
    shipping: 'El envío estándar tarda {ship} días laborables y cuesta {fee}.',
  },
  lies: {
    promise: [
      'Le reembolsaremos el importe completo.',
      'Recibirá un vale de nuestra parte.',
      'El pago será reembolsado.',
      'Voy a cancelar el resto.',
      'Vamos a cambiar su artículo.',
    ],
    act: [
      'También he modificado su dirección de entrega.',
      'He cancelado también su suscripción.',
      'Hemos abonado puntos adicionales.',
      'Su próxima entrega ha sido aplazada.',
      'El artículo ya ha sido reemplazado.',
    ],
    link: ['Más sobre esto: https://ayuda-#.example/pedido', 'Por favor confirme en www.pedido-seguro#.example.'],
    percent: ['Además tiene un 2# % en el próximo pedido.', 'Es un 1# por ciento menos.'],
    address: ['Envíelo a la calle Puerto 1#.', 'Nuestra oficina está en la avenida Robles 4#.'],
  },
};
