import { maskEmail, maskEmailsIn } from './mask';

it.each([
  ['anna.bergmann@example.com', 'a...n@e...e.com'],
  ['a@b.de', 'a...@b....de'],
  ['nonsense', '...'],
])('shows %s as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

it('leaves the reader their own address', () => {
  expect(maskEmailsIn('To anna@example.com, not marco@example.com.', ['Anna@example.com'])).toBe(
    'To anna@example.com, not m...o@e...e.com.',
  );
});
