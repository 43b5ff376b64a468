import { DEFAULT_POLICY } from '@satchel/policies';
import type { SimulationDraft } from '@satchel/contracts';
import { HOUSE } from '../engine/engine';
import { play } from './play';
import { reportOf } from './report';
import { TEMPLATES } from './templates';
import { house } from './trial.fixture';

const draftOf = (id: string): SimulationDraft => {
  const found = TEMPLATES.find((template) => template.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found.draft;
};

describe('the simulations that come along', () => {
  it.each(TEMPLATES.flatMap(({ id, draft }) => [0, 1, 2, 3].map((seed) => [id, seed, draft] as const)))(
    '%s goes as it should with the house as it is shipped, and no reply is held back: manner %i',
    async (_id, seed, draft) => {
      const { failures, turns, wrongActions } = await play(draft, house(), seed);
      expect(wrongActions).toBe(0);
      expect({ failures, turns: failures.length > 0 ? turns : [] }).toEqual({ failures: [], turns: [] });
      expect(turns.flatMap(({ reply, problems }) => (problems.length > 0 ? [{ reply, problems }] : []))).toEqual([]);
    },
  );

  it('plays the same seed the same way', async () => {
    const told = async () =>
      (await play(draftOf('two-requests'), house(), 2)).turns.map(({ ms: _ms, ...turn }) => turn);
    expect(await told()).toEqual(await told());
  });

  it('carries out what was said yes to, once, in the world alone', async () => {
    const draft = draftOf('two-requests');
    const before = structuredClone(draft.world);
    const { turns, passed } = await play(draft, house(), 0);
    expect(passed).toBe(true);
    expect(turns.flatMap(({ decisions }) => decisions.map(({ action, state }) => `${action} ${state}`))).toEqual([
      'cancel_order awaiting_confirmation',
      'cancel_order done',
    ]);
    expect(draft.world).toEqual(before);
  });
});

describe('what a simulation turns red at', () => {
  it('a procedure that does something else than it should', async () => {
    const broken = HOUSE.map((active) =>
      active.document.name === 'where-is-my-order'
        ? {
            ...active,
            document: { ...active.document, steps: [{ do: 'hand_over' as const, reason: 'other' as const }] },
          }
        : active,
    );
    const { passed, failures } = await play(draftOf('where-is-my-order'), house({ procedures: broken }), 0);
    expect(passed).toBe(false);
    expect(failures.join(' ')).toContain('should end "sent" and ended "handed over"');
  });

  it('rules that let the AI give more than the simulation wants', async () => {
    const document = structuredClone(DEFAULT_POLICY);
    document.ai.refund.approvalAbove = { units: 1_000, byCurrency: {} };
    document.ai.refund.denyAbove = { units: 1_000, byCurrency: {} };
    const strict = await play(draftOf('refund-above-limit'), house(), 0);
    const loose = await play(draftOf('refund-above-limit'), house({ policy: { version: 1, document } }), 0);
    expect(strict.turns[0]?.decisions).toMatchObject([{ action: 'refund', verdict: 'needs_approval' }]);
    expect(loose.turns[0]?.decisions).toMatchObject([{ action: 'refund', verdict: 'needs_confirm' }]);
    expect(loose.passed).toBe(false);
  });

  it('an action that nobody wanted, and counts it', async () => {
    const draft = draftOf('two-requests');
    const { failures, wrongActions } = await play(
      { ...draft, expected: { ...draft.expected, actions: [] } },
      house(),
      0,
    );
    expect([failures, wrongActions]).toEqual([['Nobody wanted this: Cancelled #2008 (done).'], 1]);
  });
});

it('counts plays and whole simulations apart, red ones first', async () => {
  const green = await play(draftOf('where-is-my-order'), house(), 0);
  const red = { ...green, passed: false, failures: ['No.'] };
  const report = reportOf(
    [
      { id: 'a', name: 'A', plays: [green, green] },
      { id: 'b', name: 'B', plays: [green, red] },
    ],
    2,
    'built-in',
  );
  expect(report).toMatchObject({ pass1: { hits: 3, n: 4 }, passK: { hits: 1, n: 2 }, wrongActions: 0 });
  expect(report.pass1.low).toBeLessThan(0.75);
  expect(report.results.map(({ id }) => id)).toEqual(['b', 'a']);
});
