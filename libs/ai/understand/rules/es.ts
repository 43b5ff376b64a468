import type { Rules } from './rules';

const GOODS = String.raw`(?:pedidos?|paquetes?|envios?|entregas?|compras?|articulos?|orden|ordenes)`;

export const es: Rules = {
  where_is_my_order: new RegExp(
    [
      String.raw`\b${GOODS}\b.{0,40}\b(?:retras\w*|demora\w*|tarda\w*)\b|\bretraso\b`,
      String.raw`\bdonde\b.{0,40}\b(?:${GOODS}|esta|anda|se encuentra)\b`,
      String.raw`\b(?:cuando|en que fecha|que dia|cuanto (?:tiempo|tarda|falta))\b.{0,60}\b(?:lleg\w*|entreg\w*|recib\w*|envi(?:an|aron|aran|ado)|sale|salio|espera\w*|tarda\w*)`,
      String.raw`\b(?:estado|estatus|seguimiento|rastre\w*|noticias|novedades|localizar|actualizacion)\b.{0,40}\b(?:${GOODS}|#?\d{3,})\b`,
      String.raw`\b(?:numero de seguimiento|codigo de seguimiento|enlace de seguimiento|fecha de entrega|tracking|rastrear)\b`,
      String.raw`\b${GOODS}\b.{0,60}\b(?:no|nunca|todavia no|aun no)\b.{0,30}\b(?:lleg\w*|recib\w*|entreg\w*|envia\w*|salido|mueve|movido|aparec\w*)\b`,
      String.raw`\b(?:no|nada|todavia no|aun no)\b.{0,30}\b(?:recibido|recibi|llegado|llego|llega|entregado)\b`,
      String.raw`\b(?:han|ha|ya|esta|por que)\b.{0,20}\b(?:enviad\w*|enviaron|salido|salio|cancelad\w*)\b.{0,30}\b${GOODS}\b|\b${GOODS}\b.{0,25}\b(?:ya salio|ha salido|en camino|fue cancelad\w*)\b`,
      String.raw`\b(?:esperando|espero|espera)\b.{0,40}\b${GOODS}\b`,
    ].join('|'),
  ),
  delivery_info:
    /\b(?:gastos de envio|costes? de envio|costos? de envio|plazos? de entrega|tiempos? de entrega|opciones de envio|metodos de envio|envio (?:gratis|gratuito|express|urgente|internacional)|recogida en tienda|punto de recogida|transportista)\b|\b(?:envian|enviais|entregan|hacen envios|envia)\b.{0,30}\b(?:a|en|los|fuera|al)\b|\bcuanto (?:cuesta|tarda|vale)\b.{0,25}\b(?:envio|entrega)\b/,
  cancel_order:
    /\b(?:cancelar|cancele|cancelen|cancela|cancelad|cancelacion|anular|anule|anulen|anula|anulacion|cancelarlo|cancelarla)\b|\b(?:pedi|compre|pedido)\b.{0,20}\b(?:por error|sin querer|por equivocacion|dos veces)\b|\bya no (?:quiero|necesito)\b.{0,25}\b(?:pedido|compra|articulo|lo)?\b/,
  change_items:
    /\b(?:cambiar|modificar|cambie|cambien)\b.{0,40}\b(?:talla|color|cantidad|articulo|modelo|pedido|producto)\b|\b(?:anadir|agregar|anada|agregue|anadan)\b.{0,35}\b(?:pedido|articulo|orden|compra)\b|\b(?:quitar|quiten|quite|eliminar)\b.{0,35}\b(?:del pedido|de mi pedido|de la orden)\b/,
  change_address:
    /\b(?:direccion|codigo postal|calle|domicilio)\b.{0,40}\b(?:cambi\w*|modific\w*|correg\w*|corrij\w*|equivocad\w*|incorrect\w*|erronea|mal|actualiz\w*)\b|\b(?:cambi\w*|modific\w*|correg\w*|corrij\w*|otra|nueva|equivoc\w*|actualiz\w*)\b.{0,35}\b(?:direccion|codigo postal|domicilio|calle)\b|\b(?:mudado|mudamos|me mude|mudanza)\b|\b(?:entreg\w*|envi\w*)\b.{0,30}\b(?:a mi (?:oficina|trabajo)|en (?:mi|la) oficina|a casa de|al trabajo)\b/,
  change_payment:
    /\b(?:metodo|forma|medio) de pago\b.{0,30}\b(?:cambi\w*|modific\w*|otr[oa])\b|\b(?:cambi\w*|modific\w*|otr[oa])\b.{0,30}\b(?:(?:metodo|forma|medio) de pago|tarjeta)\b|\bmejor (?:con|por) (?:paypal|tarjeta|tarjeta regalo|transferencia)\b/,
  return:
    /\b(?:devolver\w*|devuelvo|devolucion(?:es)?(?! (?:del dinero|de mi dinero|del importe))|etiqueta de devolucion|no me (?:queda|vale|sirve|va)|me (?:queda|quedan|va|viene) (?:muy |demasiado )?(?:pequen\w*|grande\w*|estrech\w*|cort\w*|larg\w*)|desistimiento|mandar de vuelta|enviar de vuelta|regresar)\b/,
  exchange:
    /\b(?:cambiar(?:lo|la|los|las)?|cambio|cambiarme|cambien)\b(?=.{0,45}\b(?:por|otra talla|otro color|otro|otra|talla)\b)|\b(?:reemplaz\w*|sustitu\w*|otra talla|otro color|talla mas (?:grande|pequena))\b/,
  refund:
    /\b(?:reembols(?:o|ar|en|e|os|arme|enme)|devuelvan (?:el|mi) dinero|(?:devolucion|devolver\w*) (?:del|de mi|el|mi) dinero|mi dinero|dinero de vuelta|reintegro|compensacion|indemniz\w*)\b/,
  refund_status:
    /\b(?:cuando|donde|estado|todavia|aun|espera\w*|cuanto (?:tarda|tiempo)|no he|no ha|sigo|ya|no me han)\b.{0,45}\b(?:reembols\w*|mi dinero|reintegro|devuelto el dinero|devolucion del dinero|abono)\b|\b(?:reembolso|dinero|reintegro|abono)\b.{0,40}\b(?:no (?:ha|me|lo)|todavia|aun no|cuando|estado|tarda|no llega|pendiente)\b/,
  return_policy:
    /\b(?:politica de (?:devolucion\w*|reembolso\w*|cambios?)|condiciones de devolucion|plazo (?:de|para) (?:devolucion|devolver|cambios?)|derecho de desistimiento|costes? de devolucion|gastos de devolucion|devolucion(?:es)? (?:gratis|gratuitas?))\b|\b(?:cuanto tiempo|cuantos dias|hasta cuando|que plazo)\b.{0,40}\b(?:devol\w*|cambiar|cambio)\b|\bquien paga\b.{0,30}\bdevolucion\b|\bson gratis las devoluciones\b/,
  missing_parcel:
    /\b(?:dice|pone|consta|figura|aparece|segun|supuestamente)\b.{0,50}\bentregad\w*|\bentregad\w*\b.{0,40}\b(?:pero|aunque|y no)\b|\b(?:robad\w*|robaron|perdid[oa]|perdio|extraviad\w*|extravio|desaparec\w*)\b|\bnunca llego\b/,
  missing_item:
    /\b(?:falta(?:n|ba|ban)?|incomplet\w*|no (?:venia\w*|estaba\w*|viene|vino|incluia\w*)\b.{0,20}\b(?:en|dentro|caja|paquete|incluid\w*)?|solo (?:recibi|llego|llegaron|me llego|han llegado|vino)|olvidaron (?:incluir|meter|enviar))\b/,
  damaged_or_wrong:
    /\b(?:danad\w*|rot[oa]s?|defect\w*|rasgad\w*|mancha\w*|aranad\w*|rayad\w*|agrietad\w*|gotea|mohos\w*|caducado producto|(?:producto|articulo|color|modelo|pedido|talla) (?:equivocad\w*|incorrect\w*|errone\w*)|no es lo que pedi|otra cosa|no funciona|no enciende|dejo de funcionar|mal estado|mala calidad|agujero)\b/,
  discount_code:
    /\b(?:codigo (?:promocional|de descuento|descuento)|cupon\w*|descuento\w*|vale de|promocion\w*|tarjeta regalo|rebajas|ofertas?)\b/,
  price_match:
    /\b(?:mas barat\w*|igual\w* (?:el|ese) precio|diferencia de precio|precio (?:ha )?(?:baj\w*|bajado)|bajado (?:el|de) precio|mejor precio|precio minimo garantizado)\b/,
  points_balance:
    /\b(?:cuantos|saldo|consultar|ver|saber|estado|total|cual es)\b.{0,35}\b(?:puntos|recompensas|fidelidad)\b|\b(?:programa de (?:fidelidad|puntos|fidelizacion)|saldo de puntos)\b|\bpuntos tengo\b/,
  points_missing:
    /\bpuntos\b.{0,40}\b(?:falt\w*|no|nunca|desaparec\w*|perdid\w*|caducad\w*|mal)\b|\b(?:faltan|no (?:me han|he|tengo)|sin)\b.{0,30}\bpuntos\b/,
  redeem_reward:
    /\b(?:canje\w*|usar|utilizar|gastar|cambiar)\b.{0,25}\b(?:puntos|recompensas?|premios?)\b|\bcanje\w*\b/,
  skip_delivery:
    /\b(?:saltar\w*|salten|pausar|pausa|pausen|aplazar|posponer|suspender|suspendan)\b|\b(?:proximo|proxima|este mes|mes que viene)\b.{0,30}\b(?:no (?:envien|manden|quiero (?:caja|envio|recibir)))\b|\bno (?:envien|manden)\b.{0,30}\b(?:proximo|proxima|este mes|mes que viene)\b/,
  change_subscription:
    /\b(?:suscripcion|frecuencia|plan)\b.{0,40}\b(?:cambi\w*|modific\w*|ajust\w*|pasar|reanud\w*|reactiv\w*)\b|\b(?:cambi\w*|modific\w*|ajust\w*|pasar|reanud\w*|reactiv\w*)\b.{0,40}\b(?:suscripcion|frecuencia|plan)\b|\bcada \w+ (?:semanas|meses)\b/,
  cancel_subscription:
    /\b(?:suscripcion|membresia)\b.{0,30}\b(?:cancel\w*|baja|anul\w*|terminar|dejar)\b|\b(?:cancel\w*|baja|anul\w*|terminar|dejar)\b.{0,30}\b(?:suscripcion|membresia)\b|\bdarme de baja\b(?!.{0,25}\b(?:boletin|correos|newsletter|lista))/,
  invoice: /\b(?:facturas?|recibo(?! (?:el|la|mi|nada|ningun))|comprobante|justificante|ticket de compra|iva)\b/,
  payment_problem:
    /\b(?:cobrad\w*|cobraron|cargad\w*|cargo|cargaron|pagad\w*|pague)\b.{0,30}\b(?:dos veces|doble|duplicad\w*|de mas|demasiado|pero|mal)\b|\b(?:doble|duplicad\w*|de mas|desconocid\w*)\b.{0,25}\b(?:cobr\w*|cargo|pago)\b|\b(?:pago|tarjeta|paypal|transaccion)\b.{0,30}\b(?:rechaz\w*|fall\w*|no (?:funciona|pasa|acepta\w*)|error|denegad\w*)\b|\bno (?:puedo|me deja|consigo) (?:pagar|finalizar|completar)\b|\bcargo (?:que no|desconocido)\b/,
  payment_methods:
    /\b(?:(?:metodos|formas|medios) de pago|pagar a plazos|pago a plazos|pagar en cuotas|contra reembolso|pago contra)\b|\b(?:aceptan|aceptais|puedo pagar|se puede pagar|admiten)\b.{0,25}\b(?:paypal|klarna|apple ?pay|tarjetas?|bizum|efectivo|transferencia|american express|con)\b|\bcomo (?:puedo |se puede )?pagar\b/,
  product_question:
    /\b(?:impermeable|material|lavable|lavadora|guia de tallas|que talla|talla (?:grande|pequena)o?|recomiend\w*|recomendar\w*|diferencia entre|ingredientes|medidas|dimensiones|peso|cuanto (?:pesa|mide)|que colores|compatible|vegano|original|autentico|efectos secundarios|instrucciones|como (?:se )?(?:lav\w*|us\w*|limpi\w*|mont\w*)|hecho de|lavavajillas|sirve para|apto)\b/,
  stock_question:
    /\b(?:en stock|stock|disponib\w*|agotad\w*|existencias|reponer|repondran|vuelve a haber)\b|\b(?:venden|vendeis|tienen|teneis)\b.{0,40}\b(?:en|otro|mas|tambien|talla|todavia)\b/,
  warranty: /\b(?:garantia\w*|reparacion\w*|reparar\w*|repuestos?|piezas? de recambio)\b/,
  place_order:
    /\b(?:quiero|quisiera|me gustaria|como|donde|puedo)\b.{0,25}\b(?:comprar|hacer un pedido|pedir (?:un|una|otro|otra|mas|por)|encargar)\b|\b(?:hacer un (?:nuevo )?pedido|volver a pedir|pedir por telefono)\b/,
  account:
    /\b(?:mi cuenta|iniciar sesion|contrasena|registr(?:arme|o|ar)|crear (?:una )?cuenta|usuario|codigo de verificacion|correo electronico|cambiar (?:mi )?(?:correo|telefono|nombre)|acceder|entrar en mi)\b/,
  delete_account: /\b(?:elimin\w*|borr\w*|cerrar|cierren|desactiv\w*)\b.{0,30}\b(?:cuenta|datos|perfil)\b/,
  newsletter:
    /\b(?:boletin\w*|newsletters?|correos (?:publicitarios|promocionales|comerciales)|publicidad|spam|lista de correo)\b/,
  complaint:
    /\b(?:queja\w*|quejarme|reclamacion\w*|inaceptable|vergonz\w*|verguenza|pesim\w*|decepcion\w*|mal(?:a)? (?:servicio|experiencia|atencion)|nunca mas|insatisfech\w*|lamentable|grosero\w*|horrible|indignad\w*)\b/,
  human:
    /\b(?:hablar|chatear|contactar|comunicar\w*|pasar\w*|pasen|atienda)\b.{0,35}\b(?:humano|persona|alguien|agente|representante|asesor\w*|encargad\w*|operador\w*|supervisor\w*|atencion al cliente)\b|^\W*(?:humano|agente|persona|asesor|operador|persona real)\W*$|\b(?:llamenme|llameme|me llamen|telefono de (?:contacto|atencion)|que me llame)\b/,
};
