import fc from 'fast-check';
import { MAX_PER_ADDRESS, MAX_PER_TICKET, type PerWindow, WINDOWS_MINUTES } from './auto-reply-limits';
import { AUTO_REPLY_REFUSALS, type AutoReplyFacts, mayAutoReply } from './may-auto-reply';

const none: PerWindow = { 10: 0, 30: 0, 60: 0, 180: 0, 600: 0 };
const fine: AutoReplyFacts = {
  kind: 'notice',
  automated: null,
  sender: 'proven',
  hasHistory: false,
  isOwnAddress: false,
  autoRepliesToAddress24h: 0,
  autoRepliesToTicket: 0,
  perTicket: none,
  perAddress: none,
  sameSubjectAutoReplies180m: 0,
  aiExchangesLast60s: 0,
  messages24h: 1,
};
const reason = (given: Partial<AutoReplyFacts>): string => {
  const answer = mayAutoReply({ ...fine, ...given });
  return answer.ok ? 'ok' : answer.reason;
};

describe('a program may answer', () => {
  it('a person whom the transport vouches for, or whom we know', () => {
    expect(reason({})).toBe('ok');
    expect(reason({ sender: 'unproven', hasHistory: true })).toBe('ok');
    expect(reason({ kind: 'answer' })).toBe('ok');
  });

  it('no other program', () => {
    expect(reason({ automated: 'Auto-Submitted: auto-replied' })).toBe('automated');
    // An empty reason is a reason.
    expect(reason({ automated: '' })).toBe('automated');
  });

  it('nobody of our own', () => expect(reason({ isOwnAddress: true })).toBe('own_address'));

  it('no stranger whom nothing proves, and no forged name even of a friend', () => {
    expect(reason({ sender: 'unproven' })).toBe('stranger');
    expect(reason({ sender: 'unproven', kind: 'answer' })).toBe('stranger');
    expect(reason({ sender: 'forged', hasHistory: true })).toBe('forged_sender');
  });

  it('with one acknowledgement per ticket, and one per address a day', () => {
    expect(reason({ autoRepliesToTicket: 1 })).toBe('already_noticed');
    expect(reason({ autoRepliesToAddress24h: 1 })).toBe('already_noticed');
    // The AI answers what was asked, however often that is.
    expect(reason({ kind: 'answer', autoRepliesToTicket: 1, autoRepliesToAddress24h: 1 })).toBe('ok');
  });

  it.each([
    [10, 10, 30],
    [30, 15, 60],
    [60, 25, 120],
    [180, 50, 240],
    [600, 100, 360],
  ] as const)('in %i minutes less than %i times on a ticket and %i times to an address', (minutes, ticket, address) => {
    const answer = (given: Partial<AutoReplyFacts>) => reason({ kind: 'answer', ...given });
    expect(answer({ perTicket: { ...none, [minutes]: ticket - 1 } })).toBe('ok');
    expect(answer({ perTicket: { ...none, [minutes]: ticket } })).toBe('ticket_limit');
    expect(answer({ perAddress: { ...none, [minutes]: address - 1 } })).toBe('ok');
    expect(answer({ perAddress: { ...none, [minutes]: address } })).toBe('address_limit');
  });

  it('not two tickets of one subject within three hours', () => {
    expect(reason({ sameSubjectAutoReplies180m: 1 })).toBe('ok');
    expect(reason({ sameSubjectAutoReplies180m: 2 })).toBe('same_subject');
  });

  it('not faster than people write', () => {
    expect(reason({ kind: 'answer', aiExchangesLast60s: 2 })).toBe('ok');
    expect(reason({ kind: 'answer', aiExchangesLast60s: 3 })).toBe('ping_pong');
    // Whoever types short messages does.
    expect(reason({ kind: 'answer', typed: true, aiExchangesLast60s: 7 })).toBe('ok');
    expect(reason({ kind: 'answer', typed: true, aiExchangesLast60s: 8 })).toBe('ping_pong');
  });

  it('not in a flood', () => {
    expect(reason({ messages24h: 999 })).toBe('ok');
    expect(reason({ messages24h: 1_000 })).toBe('flood');
  });

  it('never while any of these stands against it, whatever else is true', () => {
    const counts = fc.record({ 10: fc.nat(9), 30: fc.nat(14), 60: fc.nat(24), 180: fc.nat(49), 600: fc.nat(99) });
    const window = fc.constantFrom(...WINDOWS_MINUTES);
    const innocent: fc.Arbitrary<AutoReplyFacts> = fc.record({
      kind: fc.constantFrom('notice' as const, 'answer' as const),
      automated: fc.constant(null),
      sender: fc.constant('proven' as const),
      hasHistory: fc.boolean(),
      isOwnAddress: fc.constant(false),
      autoRepliesToAddress24h: fc.constant(0),
      autoRepliesToTicket: fc.constant(0),
      perTicket: counts,
      perAddress: counts,
      sameSubjectAutoReplies180m: fc.nat(1),
      aiExchangesLast60s: fc.nat(2),
      messages24h: fc.nat(999),
    });
    const many = fc.integer({ min: 1_000, max: 1e9 });
    const suppressor: fc.Arbitrary<Partial<AutoReplyFacts>> = fc.oneof(
      fc.string().map((automated) => ({ automated })),
      fc.constant({ isOwnAddress: true }),
      fc.constant({ sender: 'forged' as const }),
      fc.constant({ sender: 'unproven' as const, hasHistory: false }),
      fc.constantFrom(
        { kind: 'notice' as const, autoRepliesToTicket: 1 },
        { kind: 'notice' as const, autoRepliesToAddress24h: 1 },
      ),
      window.map((minutes) => ({ perTicket: { ...none, [minutes]: MAX_PER_TICKET[minutes] } })),
      window.map((minutes) => ({ perAddress: { ...none, [minutes]: MAX_PER_ADDRESS[minutes] } })),
      many.map((sameSubjectAutoReplies180m) => ({ sameSubjectAutoReplies180m })),
      many.map((aiExchangesLast60s) => ({ aiExchangesLast60s })),
      many.map((messages24h) => ({ messages24h })),
    );
    fc.assert(fc.property(innocent, (facts) => expect(mayAutoReply(facts)).toEqual({ ok: true })));
    fc.assert(
      fc.property(innocent, suppressor, (facts, against) => {
        const answer = mayAutoReply({ ...facts, ...against });
        expect(answer.ok).toBe(false);
        if (!answer.ok) expect(AUTO_REPLY_REFUSALS[answer.reason]).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });
});
