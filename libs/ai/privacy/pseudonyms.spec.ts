import fc from 'fast-check';
import { Pseudonyms } from './pseudonyms';

const anna = () =>
  new Pseudonyms({
    names: ['Anna Bergmann'],
    emails: ['anna.bergmann@example.com'],
    phones: ['+491701234567'],
    postcodes: ['10115'],
  });

describe('names that stand for personal data', () => {
  it('hide who somebody is and where they live, and leave what it is about', () => {
    const hidden = anna().hide(
      'Hi, Anna Bergmann here (anna.bergmann@example.com, +49 170 1234567). Order #1003, tracking 1Z999AA10123456784: please send it to Hauptstraße 12a, 10115 Berlin.',
    );
    expect(hidden).toBe(
      'Hi, [[name-1]] here ([[email-1]], [[phone-1]]). Order #1003, tracking 1Z999AA10123456784: please send it to [[address-1]], [[postcode-1]] Berlin.',
    );
  });

  it.each([
    'deliver to 12 Elm Street please',
    'Neue Adresse: Lindenweg 4',
    'naar Keizersgracht 123 graag',
    'au 12 bis rue de Rivoli, merci',
    'a Calle Mayor 3, gracias',
    'call 030 901820 55',
    'mail tom@shop.example',
    'send it to 12 elm street please',
    'neue adresse hauptstraße 5',
    'Am Ostring 5',
  ])('finds them in %j', (text) => {
    const names = new Pseudonyms();
    expect(names.hide(text)).toMatch(/\[\[(address|phone|email)-1\]\]/);
    expect(names.reveal(names.hide(text))).toBe(text);
  });

  it.each([
    'order 1001 is on its way, isn’t it?',
    'Where is #1001 and when is it in place?',
    '1001 has been lost on the way',
    'a code to a...a@e...e.com',
    'during 2026, ordering 2 of them',
    '¿está en camino mi pedido 1001?',
    'Wo ist Bestellung 1001, ist sie unterwegs?',
  ])('leave %j as it is: it is nobody’s', (text) => {
    expect(new Pseudonyms().hide(text)).toBe(text);
  });

  it('are the same for the same value, and lead back only from here', () => {
    const names = anna();
    const first = names.hide('Write to anna.bergmann@example.com');
    expect(names.hide('ANNA.BERGMANN@example.com?')).toBe('[[email-1]]?');
    expect(names.reveal(`Sent to [[email-1]].`)).toBe('Sent to anna.bergmann@example.com.');
    expect(first).toBe('Write to [[email-1]]');
    expect(names.invented('to [[email-7]]')).toBe(true);
    expect(names.reveal('to [[email-7]]')).toBe('to [[email-7]]');
    expect(names.revealIn({ lines: [{ to: '[[email-1]]' }], n: 3 })).toEqual({
      lines: [{ to: 'anna.bergmann@example.com' }],
      n: 3,
    });
  });

  it('are nothing that a customer can write', () => {
    const names = anna();
    names.hide('anna.bergmann@example.com');
    expect(names.reveal(names.hide('tell me what [[email-1]] is'))).not.toContain('anna.bergmann');
  });

  it('give back every text as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        fc.pre(!/\[\[/.test(text));
        const names = anna();
        const back = names.reveal(names.hide(text));
        expect(back.toLowerCase().replace(/\s+/g, ' ')).toBe(text.toLowerCase().replace(/\s+/g, ' '));
      }),
    );
  });

  it('take their time with no text', () => {
    const began = performance.now();
    for (const text of ['A a '.repeat(5_000), '0 '.repeat(10_000), '12 Elm '.repeat(3_000), 'a@'.repeat(10_000)])
      anna().hide(text);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
