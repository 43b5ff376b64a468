import { FaultStand } from './stand';

/** One of each kind, none that waits for long. */
const SOME = [
  'nothing wrong',
  '401',
  '404 model',
  '429 retry-after 600',
  '200 with a page',
  'slow first byte, 5 s',
  'stream ignored',
  'empty content',
  'refusal field',
  'constant id after a look-up',
  'arguments that are no JSON',
  'unknown tool',
  'the same call for ever',
  '200 calls',
  'think without an end',
  'NUL and half a character',
  'call as JSON in the text',
  'stack in the text',
  'gzip',
];

describe('a turn whose language model fails', () => {
  let stand: FaultStand;
  beforeAll(async () => (stand = await FaultStand.start('faulty')), 60_000);
  afterAll(() => stand?.stop());

  it('knows the faults that it is tried with', () => {
    expect(SOME.filter((fault) => !stand.names.includes(fault))).toEqual([]);
  });

  it('is a right reply when nothing is wrong', async () => {
    expect(await stand.meet('nothing wrong')).toMatchObject({ end: 'right reply', why: [] });
  }, 20_000);

  it.each(SOME)(
    'ends in time, with the truth or with a person, and tells nothing of the inside: %s',
    async (fault) => {
      const { end, why } = await stand.meet(fault);
      expect(why).toEqual([]);
      expect(['right reply', 'handed over', 'drafted']).toContain(end);
    },
    20_000,
  );
});
