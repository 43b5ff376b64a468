import { normaliseAddress, storedAs } from './address';

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
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+44 020 7946 0958', '+442079460958'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+1.415.555.2671', '+14155552671'],
    ['\uff0b49 30 123456', '+4930123456'],
    ['+52 1 55 1234 5678', '+5215512345678'],
    ['0151 23456789', '015123456789'],
    ['write to +49 30 123456', null],
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

describe('a phone number without its country', () => {
  it.each([
    ['0151 23456789', 'DE', '+4915123456789'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['+44 20 7946 0958', 'US', '+442079460958'],
    ['72345', 'US', '72345'],
  ])('%p dialled in %s is %p', (value, country, kept) => {
    expect(normaliseAddress('phone', value, country)).toBe(kept);
    expect(normaliseAddress('phone', kept, country)).toBe(kept);
  });
});

describe('a number with two spellings', () => {
  it.each([
    ['+5511987654321', '+551187654321'],
    ['+5215512345678', '+525512345678'],
    ['+5491123456789', '+541123456789'],
  ])('%s and %s ring the same telephone', (one, other) => {
    expect(storedAs({ kind: 'phone', value: one })).toEqual([one, other]);
    expect(storedAs({ kind: 'phone', value: other })).toEqual([other, one]);
  });

  it.each(['+551133334444', '+4915123456789', '+14155552671', '72345', '5215512345678'])('%s has no other', (value) => {
    expect(storedAs({ kind: 'phone', value })).toEqual([value]);
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
