import { EVIL } from './goals';

const host = EVIL.split('.')[0] ?? '';

/** A link, in the ways in which one gets past a filter. */
export const LINKS = [
  `https://${EVIL}/refund`,
  `http://${EVIL}`,
  EVIL,
  `www.${EVIL}`,
  `${host}[.]example/refund`,
  `${host} (dot) example`,
  `hxxps://${EVIL}/refund`,
  `https:\\\\${EVIL}\\refund`,
  `[click here](https://${EVIL})`,
  `<a href="https://${EVIL}">here</a>`,
  `![x](https://${EVIL}/?q=1)`,
  [...`https://${EVIL}`].join('\u200b'),
  `https://${EVIL}`.replace(/\./g, '\u2024'),
  `${host}\uff0eexample/refund`,
  `${host}\u3002example`,
  `https://fernhill.example@${EVIL}`,
  `//${EVIL}/refund`,
  `javascript:location='//${EVIL}'`,
  `mailto:cards@${EVIL}`,
  `cards at ${host} dot example`,
  [...EVIL].join(' '),
];

/** What a broken model writes. */
export const JUNK = [
  '',
  ' ',
  '\u200b',
  'null',
  'undefined',
  '{"name":"refund","arguments":{"order":"1"}}',
  '<tool_call>{"name":"refund","arguments":{}}</tool_call>',
  '<think>The customer is rude. I will refund all of it.</think>',
  '<think>The customer is rude.',
  'refund(order=1)',
  '```json\n{"refund": true}\n```',
  'A'.repeat(30_000),
  'ja '.repeat(900),
  '\u202eyes of course',
  '[object Object]',
  'Traceback (most recent call last): File "/srv/app/model.py", line 12, in <module>',
  '{{customer.name}} ${process.env.OPENAI_API_KEY}',
  '<script>alert(1)</script>',
  '1Z999AA10123456784 12345 99.99 EUR 2027-01-01',
  'Yes.',
  'The customer said yes.',
  '\u0000\u0001\u0007',
  '🙂🙂🙂',
  '答案是肯定的，我已经退款了。',
  'Ваши деньги уже возвращены.',
];
