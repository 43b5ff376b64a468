import { normaliseAddress } from './address';

describe('a mail address', () => {
  it.each([
    ['anna@example.com', 'anna@example.com'],
    ['  Anna.Bergmann@Example.COM ', 'anna.bergmann@example.com'],
    ['<anna@example.com>', 'anna@example.com'],
    ['anna+shop@example.com', 'anna+shop@example.com'],
    ['"odd one"@example.com', '"odd one"@example.com'],
    ['info@münchen.example', 'info@münchen.example'],
    ['anna', null],
    ['@example.com', null],
    ['anna@', null],
    ['anna@exa mple.com', null],
    ['anna@example.com\r\nBcc: x@y.z', null],
    [`${'a'.repeat(320)}@example.com`, null],
    ['', null],
  ])('%p is kept as %p', (value, kept) => {
    expect(normaliseAddress('email', value)).toBe(kept);
  });
});

describe('a phone number', () => {
  it.each([
    ['+49 30 123456', '+4930123456'],
    ['+49 (0)30 1234-56', '+4930123456'],
    ['0049 30 123456', '+4930123456'],
    ['whatsapp:+14155550123', '+14155550123'],
    ['(415) 555-0123', '4155550123'],
    ['72345', '72345'],
    ['12', null],
    ['+1234567890123456', null],
    ['call me', null],
    ['1-800-FLOWERS', null],
    ['', null],
  ])('%p is kept as %p', (value, kept) => {
    expect(normaliseAddress('phone', value)).toBe(kept);
  });
});

describe('a visitor of the chat', () => {
  it.each([
    [' 019a-Visitor ', '019a-Visitor'],
    ['', null],
    ['x'.repeat(201), null],
  ])('%p is kept as %p', (value, kept) => {
    expect(normaliseAddress('visitor', value)).toBe(kept);
  });
});
