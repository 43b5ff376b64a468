import { checkReply } from './gate';
import { ORDERS, TODAY } from './tools.fixture';

it('reads numbers and codes with any sign in them', () => {
  const orders = JSON.parse(
    JSON.stringify(ORDERS).replaceAll('#1001', '#EU-1001_a').replaceAll('1Z999AA10123456784', 'AB-77/99.X'),
  ) as unknown;
  const reply = 'Your order #EU-1001_a is in transit with UPS, tracking AB-77/99.X.';
  const echoes = ['EU-1001_a', 'A-B(C', '[', '\\d', '-'];
  expect(checkReply({ reply, results: [orders], ownTexts: [], echoes, today: TODAY }).problems).toEqual([]);
});
