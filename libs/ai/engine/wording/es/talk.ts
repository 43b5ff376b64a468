import type { Talk } from '../en/talk';

export const talk: Talk = {
  ask_order: '¿De qué pedido se trata? [Envíeme|Envíame] su número, por favor.',
  ask_lines: '¿De qué artículo del pedido {order} se trata: {list}?',
  ask_variant: '¿Cuál [desea|quieres] en lugar de {item} de {order}: {list}?',
  variant_unavailable: '{variant} no está disponible en este momento.',
  ask_why:
    '¿Por qué vuelve el artículo? ¿Es demasiado pequeño o demasiado grande, defectuoso, no es el correcto, no es como se describe, o [ha|has] cambiado de opinión?',
  ask_reason: '¿[Me dice|Me dices] el motivo en pocas palabras?',
  ask_address:
    '[Envíeme|Envíame] por favor la nueva dirección completa: nombre, calle y número, código postal, ciudad y país.',
  ask_address_again:
    'No pude leer toda la dirección. [Envíela|Envíala] por favor con nombre, calle y número, código postal, ciudad y país, cada uno en su línea.',
  ask_day: '¿Qué día debe ser? [Escríbalo|Escríbelo] por favor con día y mes.',
  ask_code: '¿Qué código de descuento es? [Envíemelo|Envíamelo] tal como lo [tiene|tienes].',
  ask_reward: '¿Qué recompensa [desea|quieres]: {list}?',
  ask_money: '¿A qué forma de pago debe ir el dinero?',
  ask_payment: '¿Qué forma de pago debe ser en su lugar?',
  ask_product: '¿De qué producto se trata? [Dígame|Dime] su nombre, por favor.',
  ask_subscription: '¿Qué debe cambiar: el día de la próxima entrega o el producto?',
  ask_offer: '¿[Desea|Quieres] aceptar esta oferta o cancelar de todos modos?',
  ask_again: 'No estoy seguro de haber entendido bien.',
  ask_identity:
    'Para estar seguro de escribir con la persona correcta, [envíeme|envíame] por favor el número de pedido junto con el correo electrónico o el código postal del pedido.',
  ask_identity_again:
    'Estos datos no coinciden. [Compruebe|Comprueba] por favor el número de pedido, y el correo electrónico o el código postal del pedido.',
  code_sent:
    'Para estar seguro de escribir con la persona correcta, [envíeme|envíame] por favor el código de nuestro correo a {sentTo}.',
  code_needed: 'Envíeme por favor las seis cifras de nuestro correo y seguimos.',
  code_wrong:
    'Este código no es correcto. [Mire|Mira] nuestro correo y [envíeme|envíame] el código otra vez, por favor.',
  step: 'El siguiente paso: {summary}.',
  confirm_ask: '¿Sigo adelante así? [Responda|Responde] sí o no, por favor.',
  changed_meanwhile: 'Algo cambió mientras tanto, [mírelo|míralo] otra vez, por favor.',
  declined: 'De acuerdo, todo queda como está. Nada ha cambiado.',
  voided: 'Nada ha cambiado hasta ahora.',
  needs_approval:
    'Primero tiene que verlo una persona de nuestro equipo. Todavía nada ha cambiado, y [tendrá|tendrás] noticias nuestras cuando esté decidido.',
  not_enough: 'Lo siento, ese método de pago no cubre el importe, así que no se ha cambiado nada.',
  denied: 'Lo siento, nuestras reglas no lo permiten.',
  denied_more: 'Si lo [ve|ves] de otra manera, [responda|responde] y una persona lo mira.',
  cannot: 'Lo siento, esto no se puede hacer desde aquí. Una persona de nuestro equipo lo mira.',
  uncertain: 'Todavía no veo si salió bien. Una persona lo comprueba, así que no [haga|hagas] nada dos veces.',
  colleague: 'A partir de aquí sigue una persona de nuestro equipo.',
  colleague_rest: 'Una persona de nuestro equipo mira el resto de [su|tu] mensaje.',
  queued: '[Su|Tu] otra petición viene justo después.',
  helps: '¿Responde eso a [su|tu] pregunta?',
};
