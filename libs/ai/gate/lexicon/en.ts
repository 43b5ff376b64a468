import type { GateWords } from './lexicon';

const SOFTLY = String.raw`(?:(?:now|already|just|also|successfully|fully|partially|gladly|immediately|personally|today|hereby|then|happily|all|both|still|be|been|right away)\s+)*`;

export const en: GateWords = {
  acts: [
    ['refund|reimburs|paid back', ['refund']],
    ['cancel', ['cancel']],
    ['return', ['return']],
    ['exchang|replac', ['exchange']],
    ['resen[dt]|re-?ship', ['resend', 'exchange']],
    ['credit|compensat|waiv', ['refund', 'points', 'discount']],
    ['grant|award', ['points', 'discount']],
    ['redeem', ['redeem']],
    ['skip', ['skip']],
    ['reschedul|postpon|push', ['reschedule']],
    ['swap', ['exchange', 'items']],
    ['redirect|rerout', ['address']],
    [
      'chang|updat|correct|modif|issu|process|arrang|initiat|rebook|appl|add|remov|delet|approv|escalat|upgrad|book|creat|open|start|set up|submit|register',
      ['generic'],
    ],
  ],
  nouns: [
    ['refund|money', ['refund']],
    ['cancellation', ['cancel']],
    ['return', ['return']],
    ['replacement|exchange', ['exchange']],
    ['discount|coupon|voucher|promo|code', ['discount', 'redeem']],
    ['points?', ['points', 'redeem']],
    ['reward', ['redeem']],
    ['credit|compensation', ['refund', 'points', 'discount']],
    ['address', ['address']],
    ['payment', ['payment']],
    ['items?|sizes?|colou?rs?|variants?', ['items', 'exchange']],
    ['confirmation|invoice', ['resend']],
    ['task|request', ['task']],
    ['label', ['return']],
  ],
  participles:
    '(?:refund|reimburs|cancell?|exchang|replac|credit|compensat|chang|updat|correct|modifi|rerout|redirect|waiv|skipp|reschedul|postpon|swapp|redeem|grant)ed|resent|reshipped|paid back',
  done: [
    String.raw`\b(?:i|we)(?:'ve|'d)?\s+(?:(?:have|had|did|gone ahead and|been able to|went ahead and)\s+)?${SOFTLY}(?:gone ahead and\s+)?%A`,
    String.raw`\b(?:i|we)(?:'ve)?\s+(?:have\s+)?${SOFTLY}(?:sent|shipped|offered|given|gave|put in|placed|opened|filed|made|started|created|issued|added|applied)\s+(?:you\s+)?(?:[\w%.,]+\s+){0,5}?%N`,
    String.raw`\b(?:has|have|had|was|were|is|are|been|got)\s+${SOFTLY}%P\b`,
    String.raw`\b%N\b[^.!?\n]{0,40}\b(?:has|have|was|were|is|been)\s[^.!?\n]{0,20}\b(?:issued|processed|initiated|approved|completed|made|sent|shipped|on its way|created|applied|added|started|opened)\b`,
    String.raw`\b(?:all done|taken care of (?:it|that|this|everything)|sorted (?:it|that|this) out|consider it done)\b`,
  ],
  promised: [
    String.raw`\b(?:i|we)(?:'ll|\s+will|\s+shall|(?:'m|'re|\s+am|\s+are)\s+(?:going|about)\s+to|(?:'m|'re|\s+am|\s+are)\s+(?:now\s+|currently\s+)?(?=\w+ing\b))\s+${SOFTLY}%A`,
    String.raw`\b(?:i|we)(?:'ll|\s+will|\s+shall|(?:'m|'re|\s+am|\s+are)\s+(?:going|about)\s+to)\s+${SOFTLY}(?:send|give|offer|ship|grant|pay)\s+(?:you\s+)?(?:[\w%.,]+\s+){0,5}?%N`,
    String.raw`\b(?:will|shall)\s+${SOFTLY}%P\b`,
    String.raw`\byou(?:'ll|\s+will|\s+are going to|\s+shall)\s+(?:\w+\s+)?(?:receive|get|be getting)\s+(?:[\w%.,]+\s+){0,5}?(?:refund|money back|replacement|voucher|coupon|discount|credit|gift|points|compensation|new one)\b`,
    String.raw`\b(?:use|with|take)\s+(?:the |your |this )?(?:discount |promo )?(?:code|coupon)\b`,
    String.raw`\b\d+\s?%\s+(?:off|discount)\b`,
  ],
  able: [
    String.raw`\b(?:i|we)\s+(?:can|could|cannot|can't|can not)\s+${SOFTLY}%A`,
    String.raw`\b(?:i|we)\s+(?:can|could)\s+${SOFTLY}(?:give|offer|send|grant)\s+(?:you\s+)?(?:[\w%.,]+\s+){0,4}?%N`,
    String.raw`\b(?:can|could|may|cannot|can't)\s+(?:not\s+|no longer\s+)?${SOFTLY}(?:%P|returned)\b`,
  ],
  approval: [
    String.raw`\b(?:colleague|team|manager|supervisor|someone|person|lead)\b[^.!?\n]{0,30}\b(?:decid|approv|authori[sz]|sign(?:s|ed)? off)\w*`,
    String.raw`\bwait\w*\s+for\s+(?:\w+\s+){0,2}approval\b`,
  ],
  states: [
    ['returning', ['(?:on its way|coming|going|being sent) back to us', 'returned to (?:us|sender|the sender)']],
    ['out_for_delivery', ['out for delivery', 'in the delivery vehicle']],
    ['attempted', ['tried to deliver', 'delivery attempt(?:ed)?(?! (?:will|may))', 'attempted (?:a )?delivery']],
    [
      'pickup',
      [
        '(?:waiting|ready)(?: for you)? (?:at|for) (?:a |the )?(?:pick-?up|collection)\\w*',
        'ready to be (?:picked up|collected)',
      ],
    ],
    [
      'delivered',
      [
        '(?:was|were|has been|have been|is marked as|as|got|already|not been|not|yet been|is now|is) (?:(?!being)\\w+ )?delivered',
        '(?:has|have) (?:safely |already |not )?arrived',
      ],
    ],
    [
      'moving',
      [
        '(?:is|are|still|now|not|not yet|parcel|package) (?:\\w+ )?(?:on (?:its|the|their) way|in transit)(?! back)',
        'travell?ing to you',
      ],
    ],
    [
      'shipped',
      [
        '(?:has|have|was|were|is|are|been|already|not) (?:\\w+ ){0,2}(?:shipped|dispatched|sent out)',
        '(?:has|have) (?:\\w+ ){0,2}shipped',
        '(?:has|have) (?:not )?left (?:us|our warehouse)',
      ],
    ],
    ['trouble', ['reports a problem', '(?:was|is) (?:lost|damaged in transit)']],
    ['cancelled', ['(?:has|have|was|were|is|been|are) (?:\\w+ ){0,2}cancell?ed']],
    [
      'refunded',
      [
        '(?:has|have|was|were|is|been|are) (?:\\w+ ){0,3}(?:refunded|reimbursed)',
        'refund (?:of [^.!?\\n]{0,30})?(?:has|was|is)(?: \\w+){0,2} (?:issued|processed|completed|made|sent|paid)',
        'went back to your',
      ],
    ],
    ['on_hold', ['(?:is|are|was) (?:\\w+ )?on hold']],
    ['paid', ['(?:is|was|has been) (?:\\w+ )?paid(?! back)', 'payment (?:was|has been) (?:received|successful)']],
    [
      'available',
      [
        '(?:is|are) (?:\\w+ ){0,2}(?:in stock|available)(?! (?:for|to|at))',
        '(?:have|has) (?:\\w+ ){0,4}in stock',
        'sold out',
        'out of stock',
      ],
    ],
    [
      'verified',
      [
        '(?:you are|you have been|i have|identity (?:is|was|has been)|thank you,? (?:you are|that is)) (?:\\w+ )?verified',
      ],
    ],
    [
      'code_sent',
      [
        '(?:sent|emailed|texted) (?:you )?(?:a|the|your|an) (?:\\w+ |\\d+-digit )?(?:code|verification code|security code)(?! for \\d)',
      ],
    ],
  ],
  policy: [
    String.raw`\b(?:policy|policies|warranty|guarantee[sd]?)\b(?! number)`,
    String.raw`\b(?:you|customers?|items?|products?|orders?|goods) (?:can|may|must|have to|need to|are able to|cannot|can't) (?:\w+ ){0,3}(?:be )?(?:return|exchang|refund|cancel|wash|us(?:e|ed)\b|worn)`,
    String.raw`\bwithin \d+ (?:\w+ )?(?:day|week|month|hour)s?\b`,
    String.raw`\b(?:free|standard|express|international) (?:shipping|delivery|returns?)\b`,
    String.raw`\b(?:shipping|delivery|returns?|return shipping|refunds?|exchanges?) (?:is|are|costs?|takes?|usually|normally|typically)\b(?! (?:on|not|being|out|planned|expected|scheduled|due))`,
    String.raw`\bwe (?:ship|deliver|accept|offer|only|do not|don't|never|charge|cover|refund|exchange)\b`,
    String.raw`\b(?:final sale|non-refundable|original (?:packaging|condition)|restocking fee|return label is|customs dut)`,
    String.raw`\b(?:is|are) (?:not )?(?:made (?:of|from)|suitable for|compatible with|designed for|machine)\b`,
  ],
  hello: 'hi|hello|dear|hey',
};
