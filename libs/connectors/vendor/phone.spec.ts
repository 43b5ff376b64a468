import { e164 } from './phone';

describe('a phone number', () => {
  it.each([
    ['whatsapp:+4915112345678', '+4915112345678'],
    ['4915112345678', '+4915112345678'],
    ['+1 (650) 555-1234', '+16505551234'],
    ['5215512345678', '+525512345678'],
    ['+52 55 1234 5678', '+525512345678'],
    ['551187654321', '+5511987654321'],
    ['5511987654321', '+5511987654321'],
    ['551133334444', '+551133334444'],
  ])('%s is %s, however it is written', async (written, ours) => {
    expect(await e164(written)).toBe(ours);
  });

  it.each(['', '12345', 'FEDEX', '+', 'whatsapp:US.13491208655302741918', '+0000000000', '1'.repeat(20)])(
    '%j is none',
    async (written) => {
      expect(await e164(written)).toBeNull();
    },
  );
});
