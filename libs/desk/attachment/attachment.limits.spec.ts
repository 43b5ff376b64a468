import { MAX_INBOUND_FILES, MAX_INBOUND_FILE_BYTES, withinLimits } from './attachment.limits';

const file = (filename: string, size = 1) => ({ filename, content: { length: size } as unknown });

it('keeps what fits, and says what was left out and why', () => {
  const large = { filename: 'film.mov', content: Buffer.alloc(MAX_INBOUND_FILE_BYTES + 1) };
  const many = Array.from({ length: MAX_INBOUND_FILES + 2 }, (_, n) => file(`photo-${n}.jpg`));
  const { kept, notices } = withinLimits([large, ...many]);
  expect(kept.map(({ filename }) => filename)).toEqual(
    many.slice(0, MAX_INBOUND_FILES).map(({ filename }) => filename),
  );
  expect(notices).toEqual([
    '"film.mov" (40 MB) was left out: files up to 40 MB are kept.',
    '2 more files were left out: a message keeps 100.',
  ]);
});

it('says nothing when everything fits', () => {
  expect(withinLimits([file('a'), file('b')])).toEqual({ kept: [file('a'), file('b')], notices: [] });
});
