import type { Lexicon } from './lexicon';

const GOODS = String.raw`(?:pedidos?|paquetes?|envios?|entrega|compra|orden|articulos?|mochila|chaqueta|botas|zapatos|tienda)`;

export const es: Lexicon = {
  whereabouts: [
    new RegExp(String.raw`\b${GOODS}\b.{0,40}\b(?:retras\w*|demora\w*|tarda\w*|atrasad\w*)\b|\b(?:retraso|demora)\b`),
    new RegExp(String.raw`\b(?:donde|adonde|por donde)\b.{0,40}\b(?:${GOODS}|esta|va|anda|queda)\b`),
    /\b(?:cuando|que dia|en que fecha|cuanto (?:tiempo|tarda|falta))\b.{0,60}\b(?:lleg\w*|entreg\w*|recib\w*|envi\w*|sale|salio|tard\w*|viene|esper\w*|falta)/,
    new RegExp(
      String.raw`\b(?:estado|estatus|seguimiento|rastre\w*|noticias|situacion|localizar|seguir|informacion)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`,
    ),
    /\b(?:numero de (?:seguimiento|rastreo|guia)|enlace de seguimiento|codigo de seguimiento|fecha de entrega|tracking)\b/,
    new RegExp(
      String.raw`\b${GOODS}\b.{0,50}\b(?:no|aun no|todavia no|sigue sin|nunca)\b.{0,30}\b(?:lleg\w*|recib\w*|entreg\w*|envi\w*|sali\w*|mov\w*|ha)\b`,
    ),
    new RegExp(
      String.raw`\b(?:no|sin|todavia no|aun no)\b.{0,30}\b(?:he recibido|recibi\w*|recibo|me (?:ha )?lleg\w*|ha llegado|llega|llego|llegar)\b`,
    ),
    new RegExp(
      String.raw`\b(?:ya|han|se ha|fue|esta|ha sido)\b.{0,30}\b(?:enviado|enviaron|salio|en camino|despachado)\b`,
    ),
    new RegExp(String.raw`\b(?:esperando|espero)\b.{0,30}\b${GOODS}\b`),
  ],
  blockers: {
    safety: [
      /\b(?:herid\w*|lesion\w*|hospital|alergi\w*|quem(?:o|e|adura)\w*|intoxic\w*|envenen\w*|explot\w*|suicid\w*)\b/,
    ],
    legal: [
      /\b(?:abogado|demanda\w*|denunci\w*|juzgado|policia|consumo|ocu|estafa\w*|fraude|legal\w*|tribunal|contracargo|disputa|prensa|rgpd)\b/,
    ],
    human_requested: [
      /^\W*(?:humano|persona|agente|human|asesor)\W*$/,
      /\b(?:hablar|comunicar\w*|contactar|pasar\w*|atienda|chatear)\b.{0,30}\b(?:humano|persona|alguien|agente|asesor\w*|encargado|supervisor|responsable)\b/,
      /\b(?:llamen|llamenme|llameme|me llamen|no (?:un|quiero un)? ?(?:bot|robot|maquina|ia))\b/,
    ],
    injection: [
      /\b(?:ignor\w*|olvid\w*|omit\w*|salt\w*)\b.{0,40}\b(?:instrucciones|reglas|prompt|normas|anteriores|directrices)\b/,
      /\b(?:prompt del sistema|system prompt|ahora eres|modo desarrollador|finge|tus instrucciones)\b|<\/?(?:system|assistant)\b/,
      /\b(?:todos los|otros|otro) clientes?\b/,
    ],
    refund: [/\b(?:reembols\w*|devolucion del dinero|mi dinero|devuelv\w* (?:el|mi) dinero|reintegr\w*|abono)\b/],
    return: [
      /\b(?:devol\w*|devuelv\w*|cambi(?:o|ar) (?:de |la |el |por)|talla|demasiado (?:pequen\w*|grande)|no me (?:queda|vale)|retorn\w*|desistimiento)\b/,
    ],
    cancel: [/\b(?:cancel\w*|anul\w*|ya no (?:lo |la )?(?:quiero|necesito)|dar de baja)\b/],
    change_order: [
      /\b(?:(?:direccion|pedido|cantidad|fecha de entrega)\b.{0,40}\b(?:cambi\w*|modific\w*|corregir|actualiz\w*|equivocad\w*|incorrect\w*|mal)|(?:cambi\w*|modific\w*|corregir|actualiz\w*|otra|nueva)\b.{0,40}\b(?:direccion|pedido|cantidad)|mudad\w*|mudanza|anadir|agregar|mas rapido|urgente|vecin\w*|punto de recogida)\b/,
    ],
    missing_parcel: [
      /\b(?:(?:dice|aparece|figura|marca|consta|segun|supuestamente)\w*\b.{0,50}\bentregad\w*|entregad\w*\b.{0,40}\b(?:pero|aunque|y no)|robad\w*|perdid\w*|extraviad\w*|desaparec\w*)\b/,
    ],
    damaged_or_wrong: [
      /\b(?:danad\w*|rot[oa]s?|defect\w*|roto|rasgad\w*|mancha\w*|aranad\w*|(?:producto|articulo|color|modelo) (?:equivocado|incorrecto|erroneo)|falta(?:n|ba)? (?:un|una|el|la|algo|articulos|piezas)|incomplet\w*|no funciona|reclam\w*|garantia|reparacion|mal estado)\b/,
    ],
    payment: [
      /\b(?:factura\w*|iva|pago|pagos|pague|pagar|pagado|cobr\w*|cargo|tarjeta|paypal|klarna|descuento\w*|cupon\w*|codigo promocional|vale|tarjeta regalo|precio\w*|cuesta|costo|gastos|aduana\w*|puntos|recibo de)\b/,
    ],
    product_question: [
      /\b(?:en stock|disponib\w*|agotad\w*|venden|vendeis|tienen\b.{0,20}\b(?:en|otro|mas)|teneis|envian a|enviais|guia de tallas|que talla|impermeable|material|compatible|recomiend\w*|diferencia entre|horario\w*|quiero (?:comprar|pedir|hacer un pedido)|quisiera comprar|boletin)\b/,
    ],
    account: [
      /\b(?:mi cuenta|iniciar sesion|contrasena|eliminar mis|borrar mis|darme de baja|registr\w*|correo electronico)\b/,
    ],
    complaint: [
      /\b(?:inaceptable|vergonz\w*|verguenza|pesim\w*|horrible|terrible|fatal|decepcion\w*|furios\w*|enfadad\w*|enojad\w*|hart[oa]|queja\w*|incompeten\w*|ridicul\w*|mierda|nunca mas|tercera vez|ladrones|molest[oa]|indignad\w*)\b|!{3,}/,
    ],
    condition: [
      /\b(?:si (?:es|no|el|la|usted|ustedes|puede\w*|me|fuera|llega)|de lo contrario|a menos que|en caso de|salvo que|en vez de)\b/,
    ],
  },
  thanks:
    /^(?:(?:ok|vale|perfecto|genial|estupendo|muy|bien|gracias|muchas|mil|muchisimas|por|su|tu|la|el|respuesta|ayuda|informacion|rapida|rapidez|recibido|entendido|buen dia|que tenga buen dia|hasta luego|adios|saludos|de nuevo|todo|listo|si|y|claro|excelente|amable|amables)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^[¡]?(?:(?:hola|buenos dias|buenas(?: tardes| noches)?|estimad[oa]s?|buen dia|que tal)\b[\p{L}\s,.!-]{0,50}|(?:muchas |mil )?gracias\b[^?]{0,60}|(?:un )?(?:cordial )?saludos?\b.{0,40}|atentamente\b.{0,40}|(?:pueden?|podrian?) ayudarme\s?\??|espero (?:su|que)\b[^?]{0,60}|quedo (?:a la espera|atent[oa])\b[^?]{0,60}|enviado desde .{0,30}|por favor)$/u,
  question: /^[¿]?(?:donde|cuando|que|cual\w*|quien|por que|como|pueden?|podrian?|han|ha|esta|hay|cuanto|tienen)\b/,
  orderWord: /\b(?:pedido|orden|order)\b/,
};
