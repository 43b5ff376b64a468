import type { GateWords } from './lexicon';

export const es: GateWords = {
  acts: [
    ['reembols|devuelto el (?:dinero|importe)', ['refund']],
    ['cancel|anul', ['cancel']],
    ['reemplaz|sustitui', ['exchange']],
    ['reenvi', ['resend', 'exchange']],
    ['acredit|abonad|abonar|compens', ['refund', 'points', 'discount']],
    ['devuelt|devolv', ['return', 'refund']],
    ['omitid|saltad', ['skip']],
    ['aplazad|pospuest|reprogramad', ['reschedule']],
    ['canjead|canjear', ['redeem']],
    [
      'cambi|modific|actualiz|corregi|iniciad|tramitad|gestionad|eliminad|cread|abiert|anadid|aplicad|registrad|enviad|concedid|regalad',
      ['generic'],
    ],
  ],
  nouns: [
    ['reembolso|dinero|importe', ['refund']],
    ['cancelacion|anulacion', ['cancel']],
    ['devolucion', ['return', 'refund']],
    ['reemplazo|sustitucion|cambio', ['exchange']],
    ['descuento|cupon|vale|codigo', ['discount', 'redeem']],
    ['puntos', ['points', 'redeem']],
    ['recompensa|premio', ['redeem']],
    ['credito|saldo|compensacion', ['refund', 'points', 'discount']],
    ['direccion', ['address']],
    ['pago', ['payment']],
    ['articulos?|talla|color|variante', ['items', 'exchange']],
    ['confirmacion|factura', ['resend']],
    ['tarea|solicitud', ['task']],
  ],
  participles:
    '(?:reembolsad|cancelad|anulad|reemplazad|sustituid|cambiad|modificad|acreditad|abonad|compensad|actualizad|corregid|omitid|saltad|aplazad|reprogramad|canjead|tramitad)[oa]s?|devuelt[oa]s?|pospuest[oa]s?',
  done: [
    String.raw`\b(?:he|hemos|acabo de|acabamos de)\s+(?:\w+\s+){0,3}(?:%A)`,
    String.raw`\b(?:ha|han)\s+(?:\w+\s+)?sido\s+(?:\w+\s+)?%P\b`,
    String.raw`\b(?:fue|fueron|esta|estan|se ha|se han)\s+(?:\w+\s+)?%P\b`,
    String.raw`\b%N\b[^.!?\n]{0,30}\b(?:ha sido|fue|se ha|esta)\s+(?:\w+\s+)?(?:procesad|emitid|iniciad|aprobad|enviad|cread|aplicad|realizad|abiert|registrad|hech)[oa]s?\b`,
    String.raw`\bya esta (?:hecho|todo listo)\b`,
  ],
  promised: [
    String.raw`\b(?:voy a|vamos a)\s+(?:\w+\s+){0,2}(?:reembols\w*|cancel\w*|anul\w*|cambi\w*|devolv\w*|compens\w*|reenvi\w*|abon\w*|sustitu\w*)`,
    String.raw`\b(?:le |te |les )?(?:reembolsare(?:mos)?|cancelare(?:mos)?|devolvere(?:mos)?|compensare(?:mos)?|enviare(?:mos)? (?:un|otro)|reembols[eo]\b|regal\w+|ofrec\w+)\b`,
    String.raw`\b(?:sera|seran|va a ser|van a ser|se le)\s+(?:\w+\s+)?(?:%P|reembolsara\w*|devolvera\w*|abonara\w*)\b`,
    String.raw`\b(?:recibira|recibiras|obtendra|tendra)\b[^.!?\n]{0,40}\b(?:reembolso|reemplazo|vale|cupon|descuento|credito|puntos|compensacion)\b`,
    String.raw`\b(?:con|use|utilice|usa|utiliza)\s+(?:el |su |tu |este )?(?:codigo|cupon)\b`,
    String.raw`\b\d+\s?%\s+de\s+descuento\b`,
  ],
  able: [
    String.raw`\b(?:puedo|podemos|podria|podriamos)\s+(?:\w+\s+){0,2}(?:reembols\w*|cancel\w*|anul\w*|cambi\w*|devolv\w*|compens\w*|ofrec\w*|reenvi\w*)`,
    String.raw`\b(?:puede|pueden|podra|podran)\s+(?:\w+\s+){0,2}(?:ser\s+)?(?:%P|devolverse|cancelarse|cambiarse|anularse|reembolsarse)`,
  ],
  approval: [
    String.raw`\b(?:companer[oa]|equipo|responsable|alguien|encargad[oa])\b[^.!?\n]{0,40}\b(?:decid\w*|aprob\w*|aprueb\w*|autori[zc]\w*)`,
  ],
  states: [
    [
      'returning',
      [
        '(?:vuelve|regresa|de vuelta|devuelto) (?:\\w+ )?(?:a nosotros|a nuestro almacen|al remitente)',
        'camino de vuelta',
      ],
    ],
    ['out_for_delivery', ['en reparto', 'vehiculo de reparto']],
    ['attempted', ['intento (?:entregar|de entrega)', 'ha intentado entregar']],
    ['pickup', ['punto de recogida', 'list[oa] para recoger']],
    [
      'delivered',
      [
        '(?:ha|han) (?:\\w+ )?sido (?:\\w+ )?entregad[oa]s?',
        '(?:fue|fueron|esta|se ha) (?:\\w+ )?entregad[oa]s?',
        'se entrego',
        '(?:ha|han) llegado',
      ],
    ],
    [
      'moving',
      ['(?:esta|estan|ningun \\w+|paquete|sigue) (?:\\w+ )?(?:de |en )camino(?! de vuelta| a nosotros)', 'en transito'],
    ],
    [
      'shipped',
      [
        '(?:ha|han) (?:\\w+ )?sido (?:\\w+ )?(?:enviad|expedid)[oa]s?',
        '(?:fue|esta|se ha|hemos) (?:\\w+ )?enviad[oa]',
        '(?:ha|han) salido',
        'se ha enviado',
      ],
    ],
    ['trouble', ['informa de un problema', 'indica un problema', 'se ha perdido']],
    [
      'cancelled',
      [
        '(?:ha|han) (?:\\w+ )?sido (?:\\w+ )?(?:cancelad|anulad)[oa]s?',
        '(?:fue|esta|se ha|fueron) (?:\\w+ )?(?:cancelad|anulad)[oa]s?',
        'se cancelo',
      ],
    ],
    [
      'refunded',
      [
        '(?:ha|han) (?:\\w+ )?sido (?:\\w+ )?reembolsad[oa]s?',
        '(?:fue|esta|se ha|se han|como) (?:\\w+ )?reembolsad[oa]s?',
      ],
    ],
    ['on_hold', ['esta (?:\\w+ )?(?:retenid[oa]|en espera)']],
    ['paid', ['(?:ha sido|esta|fue) (?:\\w+ )?pagad[oa]']],
    ['available', ['(?:esta|estan) (?:\\w+ )?disponibles?', '(?:hay|en) (?:\\w+ )?stock', 'agotad[oa]s?']],
    ['verified', ['(?:identidad|usted|cuenta) (?:\\w+ ){0,2}(?:verificad|confirmad)[oa]']],
    ['code_sent', ['(?:enviado|mandado)[^.!?\\n]{0,30}(?:un|el) codigo', 'codigo (?:\\w+ )?enviado']],
  ],
  policy: [
    String.raw`\b(?:garantia|politica|plazo de devolucion|derecho de desistimiento|condiciones)\b`,
    String.raw`\b(?:en un plazo de|dentro de|en menos de|durante) \d+`,
    String.raw`\b(?:puede|pueden|debe|deben|los articulos|los productos|las devoluciones|los clientes) [^.!?\n]{0,60}(?:devol\w*|devuelt\w*|cambiar\w*|gratuit\w*|gratis|lavar\w*)`,
    String.raw`\b(?:el envio|la entrega|la devolucion|las devoluciones|el reembolso|los gastos) (?:es|son|cuesta\w*|tarda\w*)\b(?! (?:prevista|previsto))`,
    String.raw`\b(?:enviamos|entregamos|aceptamos|ofrecemos|cobramos|admitimos)\b`,
    String.raw`\b(?:envio|devolucion\w*) gratuit[oa]s?\b|\b(?:embalaje|estado) original`,
    String.raw`\b(?:hecho de|fabricad[oa] (?:en|con)|apto para|se puede lavar)\b`,
  ],
  hello: 'hola|estimad[oa]|querid[oa]|buenos dias|buenas tardes',
};
