import { DraftAllowance, DRAFTS_PER_MINUTE } from './draft-allowance';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const after = (seconds: number): Date => new Date(NOON + seconds * 1000);

describe('drafts for senders whom nothing proves', () => {
  let allowance: DraftAllowance;
  const granted = (workspaceId: string, asked: number, at: Date): number =>
    Array.from({ length: asked }, () => allowance.take(workspaceId, at)).filter(Boolean).length;

  beforeEach(() => (allowance = new DraftAllowance()));

  it('are as many in a minute as we say, however many mails come', () => {
    expect(granted('a', 1_000, after(0))).toBe(DRAFTS_PER_MINUTE);
    expect(granted('a', 1_000, after(60))).toBe(DRAFTS_PER_MINUTE);
  });

  it('come back bit by bit, and are not saved up', () => {
    granted('a', 1_000, after(0));
    expect(granted('a', 1_000, after(30))).toBe(DRAFTS_PER_MINUTE / 2);
    expect(granted('a', 1_000, after(3_600))).toBe(DRAFTS_PER_MINUTE);
  });

  it('are counted per workspace: a flood in one takes none from another', () => {
    granted('a', 1_000, after(0));
    expect(allowance.take('b', after(0))).toBe(true);
  });

  it('are not forgotten while thousands of other workspaces ask', () => {
    granted('a', 1_000, after(0));
    for (let n = 0; n < 3_000; n++) allowance.take(`other-${n}`, after(1));
    expect(granted('a', 1_000, after(1))).toBe(0);
  });
});
