import type { Fixture } from './fixture';
import { mail } from './fixture';

const OURS = 'mx.fernhill.example';
const told = (
  name: string,
  field: string,
  sender: 'proven' | 'unproven' | 'forged',
  more: Partial<Fixture> = {},
): Fixture => ({
  name: `sender: ${name}`,
  rules: [53, 54],
  raw: mail({ 'Authentication-Results': field }),
  settings: { authservId: OURS },
  expect: { message: { sender } },
  ...more,
});
const PASS = `${OURS}; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com; dmarc=pass (p=REJECT) header.from=example.com`;

export const senders: Fixture[] = [
  told('our server says yes', PASS, 'proven'),
  told('its verdicts are kept', PASS, 'proven', {
    expect: {
      message: {
        verdicts: { spf: 'pass', dkim: 'pass', dmarc: 'pass', arc: 'none', aligned: true, domain: 'example.com' },
      },
    },
  }),
  told('our server says no', `${OURS}; dmarc=fail (p=REJECT) header.from=example.com`, 'forged'),
  told(
    'no, but the domain asks for nothing',
    `${OURS}; dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=example.com`,
    'unproven',
  ),
  told('no DMARC', `${OURS}; spf=pass smtp.mailfrom=example.com`, 'unproven'),
  told('none', `${OURS}; dmarc=none header.from=example.com`, 'unproven'),
  told('temporary error', `${OURS}; dmarc=temperror header.from=example.com`, 'unproven'),
  told('yes for another domain', PASS.replaceAll('example.com', 'evil.example'), 'unproven'),
  told('yes for the parent domain', PASS, 'proven', {
    raw: mail({ From: 'a@shop.example.com', 'Authentication-Results': PASS }),
  }),
  told('a domain that only ends alike', PASS, 'unproven', {
    raw: mail({ From: 'a@notexample.com', 'Authentication-Results': PASS }),
  }),
  told('somebody else’s server says yes', PASS.replace(OURS, 'mx.evil.example'), 'unproven'),
  told('a server whose name begins like ours', PASS.replace(OURS, `${OURS}.evil.example`), 'unproven'),
  told('ours with a version', PASS.replace(OURS, `${OURS} 1`), 'proven'),
  told('ours in capitals', PASS.replace(OURS, OURS.toUpperCase()), 'proven'),
  told('our name is not known', PASS, 'unproven', { settings: { authservId: null } }),
  told('a forged yes below our no', '', 'forged', {
    raw: mail({
      'authentication-results': `${OURS}; dmarc=fail header.from=example.com`,
      'Authentication-Results': PASS,
    }),
  }),
  told('folded over lines', `${OURS};\r\n\tspf=pass;\r\n\tdmarc=pass header.from=example.com`, 'proven'),
  told('marks that pretend to be ours mean nothing', '', 'unproven', {
    raw: mail({ 'X-Satchel-Sender': 'proven', 'X-Satchel-Ticket': '17' }),
    expect: { message: { sender: 'unproven', thread: { ticketId: null, externalIds: [] } } },
  }),
  {
    name: 'author: two From fields, the topmost one counts',
    rules: [43],
    raw: mail({ From: 'first@example.com', from: 'second@example.com' }),
    expect: { message: { from: { address: 'first@example.com', name: null } } },
  },
  {
    name: 'author: a list of authors',
    rules: [43],
    raw: mail({ From: 'Anna <a@example.com>, Ben <b@example.com>' }),
    expect: { message: { from: { address: 'a@example.com', name: 'Anna' } } },
  },
  {
    name: 'author: a comma in the name',
    rules: [43],
    raw: mail({ From: '"Bergmann, Anna" <a@example.com>' }),
    expect: { message: { from: { address: 'a@example.com', name: 'Bergmann, Anna' } } },
  },
  {
    name: 'author: a comment',
    rules: [43],
    raw: mail({ From: 'a@example.com (Anna)' }),
    expect: { message: { from: { address: 'a@example.com', name: 'Anna' } } },
  },
  {
    name: 'author: an encoded name that holds a comma',
    rules: [43, 64],
    raw: mail({ From: '=?utf-8?Q?M=C3=BCller=2C_J?= <j@example.com>' }),
    expect: { message: { from: { address: 'j@example.com', name: 'Müller, J' } } },
  },
  {
    name: 'author: only Sender',
    rules: [43],
    raw: mail({ From: 'undisclosed', Sender: 'Anna <a@example.com>' }),
    expect: { message: { from: { address: 'a@example.com', name: 'Anna' } } },
  },
  {
    name: 'author: only the envelope',
    rules: [43],
    raw: mail({ From: '' }),
    meta: { mailFrom: 'Env@Example.com' },
    expect: { message: { from: { address: 'env@example.com', name: null } } },
  },
];
