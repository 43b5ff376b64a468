import type { Words } from './words';

const ACTION = String.raw`(?:cancel\w*|anul\w*|reembols\w*|devolv\w*|devuelv\w*|devolucion\w*|cambi\w*|reemplaz\w*|sustitu\w*|modific\w*|elimin\w*|borr\w*|dinero de vuelta)`;

export const es: Words = {
  question:
    /^[¿]?(?:(?:y|pero|entonces|hola|ok|vale)[,.!]? )*[¿]?(?:donde|adonde|cuando|que|cual\w*|quien\w*|por que|porque no|como|cuanto\w*|puede\w*|puedo|podria\w*|podeis|podemos|han|ha|he|esta|estan|es|son|hay|tienen|teneis|tiene|a que|en que|desde cuando|debo|sera|aceptan|aceptais|envian|enviais|venden|vendeis|ofrecen|ya (?:han|enviaron|salio)|se puede|sigue|llega)\b/,
  request:
    /\b(?:por favor|porfavor|porfa|(?:puede|pueden|podria|podrian|podeis|podriais|puedes|podrias)(?:n|s)?|quiero|quisiera|querria|me gustaria|necesito|deseo|solicito|quiero que|pido|exijo|busco|tengo que|intento|queremos|necesitamos|nos gustaria|puedo|se puede|es posible|seria posible|ayudenme|ayudame|denme|dime|digame|envieme|enviadme|mandenme|podemos)\b/,
  imperative:
    /^[¡]?(?:(?:hola|y|entonces|no|si|ok|vale)[,.!]? )*(?:cancel(?:ar|e|en|a|ad)|anul(?:ar|e|en|a)|reembols(?:ar|e|en|o)|devolv(?:er|ed)|devuelv\w*|devolucion|cambi(?:ar|e|en|a|o)|reemplaz\w*|modific(?:ar|a|que\w*)|rastre\w*|seguimiento|revis(?:ar|e|en|a)|busc(?:ar|a)|envi(?:ar|e|en|a)\w*|mand(?:ar|a)\w*|anad\w*|agreg\w*|quit\w*|elimin\w*|borr\w*|deten\w*|saltar\w*|paus\w*|dar|dame|usar|use|canje\w*|conect\w*|pas(?:ar|e)\w*|muestr\w*|expli\w*|ayud\w*|restablec\w*|corrij\w*|corregir|actualic\w*|actualiz\w*|darme)\b/,
  negated: new RegExp(
    String.raw`\bno (?:(?:quiero|quisiera|deseo|necesito|pido|busco|quería|queria|hace falta|voy a|pienso|se|lo|la|me|le|hay que|pretendo|estoy pidiendo) ){0,3}(?:(?:que|un|una|el|la|mi|hacer|me|lo|ninguna?|ningun|nada de) ){0,3}${ACTION}\b|^(?:nada de|ninguna?|sin) ${ACTION}\b|\b(?:sin|en (?:vez|lugar) de) (?:un |una )?${ACTION}\b`,
  ),
  report: new RegExp(
    String.raw`\b(?:ha|han|he|hemos|fue|fueron|esta|estan|sido|ya|me) (?:\w+ ){0,5}(?:cancelad\w*|anulad\w*|reembolsad\w*|devuelt\w*|devolvieron|devolvi|cambiad\w*|modificad\w*|entregad\w*|recibid\w*|recibi|llego|llegado|enviad\w*|canjead\w*|resuelt\w*|solucionad\w*|comprad\w*|pedido|pagad\w*|sustituid\w*|reemplazad\w*|abonad\w*)\b|\b(?:recibi|compre|pedi|devolvi|cancele|llego|me llego|me devolvieron|me reembolsaron) (?:el|la|mi|mis|los|las|un|una|todo|bien)\b`,
  ),
  trouble:
    /\b(?:no|nunca|nada|nadie|ningun\w*|todavia no|aun no|sin) (?:\w+ ){0,4}(?:llega\w*|lleg[oa]\w*|recib\w*|entreg\w*|envia\w*|enviado|salido|mueve|movido|funciona\w*|sirve|acept\w*|encuentr\w*|aparec\w*|abonad\w*|reembolsad\w*|respuesta|responde\w*|noticias|puedo|pude|deja|valido|vale|queda|cabe|entrar|acceder|pagar|esta|estan|actualiza\w*|enciende|cierra|reembolso|incluid\w*|cancelar)\b|\b(?:sigo|estoy|estamos|llevo) (?:\w+ ){0,3}(?:esperando|espera)\b|\b(?:retras\w*|demora\w*|falta|faltan|faltaba\w*|perdid\w*|robad\w*|robaron|extraviad\w*|desaparec\w*|rot[oa]s?|danad\w*|defectuos\w*|rasgad\w*|mancha\w*|aranad\w*|equivocad\w*|incorrect\w*|errone\w*|error\w*|incomplet\w*|rechazad\w*|fallo|falla|fallido|dos veces|doble|invalid\w*|caducad\w*|vencid\w*|problema\w*|demasiado (?:pequen|grand|larg|cort|ancho|estrech)\w*|me queda|supuestamente)\b|\b(?:dice|pone|consta|figura|aparece) (?:que )?(?:\w+ ){0,3}(?:entregad\w*)\b/,
  thanks:
    /^(?:(?:ok|vale|perfecto|genial|estupendo|muy|bien|gracias|muchas|mil|muchisimas|por|su|tu|la|el|respuesta|ayuda|informacion|rapida|rapidez|recibido|entendido|buen dia|que tenga buen dia|hasta luego|adios|saludos|de nuevo|todo|listo|si|y|claro|excelente|amable|amables|buenas noches|eso es todo|nada mas)\b[\s,.!:;)(-]*)+$/,
  courtesy:
    /^[¡]?(?:(?:hola|buenos dias|buenas(?: tardes| noches)?|estimad[oa]s?|buen dia|que tal)\b[\p{L}\s,.!-]{0,50}|(?:muchas |mil )?gracias\b[^?]{0,60}|(?:un )?(?:cordial )?saludos?\b.{0,40}|atentamente\b.{0,40}|(?:pueden?|podrian?) ayudarme\s?\??|espero (?:su|que)\b[^?]{0,60}|quedo (?:a la espera|atent[oa])\b[^?]{0,60}|enviado desde .{0,30}|por favor)$/u,
  anger:
    /\b(?:inaceptable|vergonz\w*|verguenza|pesim\w*|horrible|terrible|fatal|decepcion\w*|furios\w*|enfadad\w*|enojad\w*|hart[oa]|queja\w*|incompeten\w*|ridicul\w*|mierda|nunca mas|tercera vez|ladrones|molest[oa]|indignad\w*|estafadores|lamentable|intolerable|joder)\b/,
  condition:
    /\b(?:si (?:es|no|el|la|usted|ustedes|puede\w*|me|fuera|llega|esta|hay|se|ya|todavia|tienen|mi|los|las)|de lo contrario|a menos que|en caso de|salvo que|en vez de eso|siempre que|mientras|en cuanto|o bien|segun|preferiblemente|prefiero|preferiria|solo si|de ser posible|si no|pero (?:a|con|sin|no|solo|primero|en|para))\b/,
  correction:
    /\b(?:quise decir|queria decir|quiero decir|me equivoque|error mio|errata|correccion|mejor (?:el|la|no|dicho)|en realidad|espere|espera|olvide(?:lo)?|olvida(?:lo)?|cambie de (?:idea|opinion)|he cambiado de|el otro|la otra|perdon,? (?:es|el|la|quise|pedido|me)|lo siento,? (?:es|el|la|pedido|me)|ups)\b|^no,? (?:el|la|los|las|es|no|pedido|#|\d)/,
  joint: /(?:,| y| e| tambien| ademas| pero|;| luego| asi como)+ (?=\S)/,
  yes: String.raw`si|sip|si si|claro|claro que si|por supuesto|desde luego|ciertamente|seguro|exacto|exactamente|correcto|es correcto|asi es|eso es|eso es correcto|esta bien|de acuerdo|estoy de acuerdo|confirmo|confirmado|confirme|lo confirmo|adelante|hagalo|hazlo|hacedlo|haganlo|proceda|procedan|dale|va|acepto|me parece bien|todo correcto|afirmativo|sin duda|efectivamente|por favor hagalo|con gusto`,
  no: String.raw`no|nop|que no|para nada|no gracias|mejor no|prefiero que no|incorrecto|es incorrecto|no es correcto|no es asi|eso no es(?: correcto)?|esta mal|falso|ahora no|todavia no|aun no|no lo haga|no lo hagas|no lo hagan|no haga nada|dejelo|dejalo|dejelo asi|pare|stop|claro que no|por supuesto que no|desde luego que no|de ninguna manera|en absoluto|nunca|no quiero|no lo quiero|no lo deseo|cambie de opinion|cambie de idea|olvidelo|olvidalo|no estoy de acuerdo|ninguno(?: de los dos)?|ninguna|negativo`,
  beside: String.raw`por favor|gracias|muchas gracias|hola|y|oh|pues|ok|vale|bien|muy bien|genial|perfecto|eso|lo|muy|entonces|ahora|es|todo|estupendo|senor|senora|de nuevo`,
};
