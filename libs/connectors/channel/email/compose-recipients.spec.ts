import { envelopeAddress, isMailAddress, recipientsOf } from './compose-recipients';

const own = 'support@fernhill.example';
const address = (it: string) => ({ address: it, name: null });
const recipients = (to: string, ...cc: string[]) => {
  const found = recipientsOf({ to: address(to), cc: cc.map(address) }, own);
  return { to: found.to.address, cc: found.cc.map((it) => it.address), refused: found.refused.map((it) => it.address) };
};

describe('the recipients of a mail', () => {
  it('are each there once, in any case of letters', () => {
    expect(recipients('anna@example.com', 'ben@example.com', 'Anna@Example.com', 'BEN@example.com')).toEqual({
      to: 'anna@example.com',
      cc: ['ben@example.com'],
      refused: [],
    });
  });

  it('are never the mailbox itself, under none of its names', () => {
    const names = [
      own,
      'Support@Fernhill.Example',
      `support+r-1-abc@fernhill.example`,
      'support+b-1-abc@fernhill.example',
    ];
    expect(recipients('anna@example.com', ...names).cc).toEqual([]);
    for (const name of names) expect(() => recipients(name)).toThrow('the mailbox that sends it');
    expect(recipients('supporter@fernhill.example').to).toBe('supporter@fernhill.example');
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@example.com',
    'a b@example.com',
    'a@b\r\nRCPT TO:<c@d>',
    'a@b>',
    'a@b,c@d',
    `${'x'.repeat(250)}@b.example`,
  ])('are mail addresses: %j is none', (wrong) => {
    expect(isMailAddress(wrong)).toBe(false);
    expect(() => recipients(wrong)).toThrow(expect.objectContaining({ name: 'ConnectorError', code: 'rejected' }));
    expect(recipients('anna@example.com', wrong).cc).toEqual([]);
  });

  it.each([
    'a.b+c@example.com',
    'a..b.@docomo.example',
    '"a b"@example.com',
    'jürgen@müller.example',
    "o'hara@x.example",
  ])('may be as odd as %j', (odd) => expect(isMailAddress(odd)).toBe(true));

  it('tell which copies were left out and why', () => {
    expect(recipients('anna@example.com', 'nobody', 'ben@example.com')).toEqual({
      to: 'anna@example.com',
      cc: ['ben@example.com'],
      refused: ['nobody'],
    });
  });

  it('are written in ASCII for the envelope as far as their domain goes', () => {
    expect(envelopeAddress('anna@müller.example')).toBe('anna@xn--mller-kva.example');
    expect(envelopeAddress('anna@example.com')).toBe('anna@example.com');
  });
});
