import type { AiTurnBody, MessageBody } from '@satchel/contracts';
import { endedSince, handoffOf, isJudged, isReadyToSend, judged, settledTurns, turnOfMessage } from './turn-of';

const turn = (id: string, minute: number, outcome: AiTurnBody['outcome']): AiTurnBody =>
  ({ id, messageId: `m-${id}`, outcome, createdAt: `2026-01-01T12:0${minute}:00.000Z` }) as AiTurnBody;
const reply = (kind: 'ai' | 'person', clientId: string | null): MessageBody =>
  ({ author: { kind }, clientId, createdAt: '2026-01-01T12:04:30.000Z' }) as MessageBody;

describe('the turn behind a reply', () => {
  const turns = [turn('t1', 1, 'sent'), turn('t4', 4, 'sent'), turn('t9', 9, 'sent')];

  it('is the one named by the message', () => {
    expect(turnOfMessage(reply('ai', 'turn:m-t1'), turns)?.id).toBe('t1');
  });
  it('is else the last one sent before it', () => {
    expect(turnOfMessage(reply('ai', null), turns)?.id).toBe('t4');
  });
  it("is none for a person's reply", () => {
    expect(turnOfMessage(reply('person', null), turns)).toBeNull();
  });
});

describe('a handoff', () => {
  it('counts until the AI went on', () => {
    expect(handoffOf([turn('a', 1, 'sent'), turn('b', 2, 'handed_over')])?.id).toBe('b');
    expect(handoffOf([turn('b', 2, 'handed_over'), turn('c', 3, 'drafted')])).toBeNull();
  });
});

describe('a word on whether it was right', () => {
  it('counts for its turn alone, and for nothing that was not written', () => {
    const turns = [turn('a', 1, 'sent'), turn('b', 2, 'handed_over')];
    expect(judged(turns, 'a', false).map(({ verdict }) => verdict)).toEqual(['wrong', undefined]);
    expect(judged(turns, 'a', true)[0]?.verdict).toBe('right');
    expect(turns.map(isJudged)).toEqual([true, false]);
  });
});

it('is ready to send where a person only has to say yes', () => {
  const drafted = turn('a', 1, 'drafted');
  expect(isReadyToSend({ ...drafted, reason: 'Ready to send. 3 of 30 replies were judged.' })).toBe(true);
  expect(isReadyToSend({ ...drafted, reason: 'Held back: amount "1" stands in no look-up.' })).toBe(false);
  expect(isReadyToSend(null)).toBe(false);
});

describe('a draft that somebody asked for', () => {
  const skipped = turn('a', 1, 'skipped');
  it('is written until a turn ends, be it the skipped one taken again', () => {
    const before = settledTurns([skipped]);
    expect(endedSince(before, [skipped])).toBeNull();
    expect(endedSince(before, [{ ...skipped, outcome: 'running' }])).toBeNull();
    expect(endedSince(before, [{ ...skipped, outcome: 'drafted' }])?.outcome).toBe('drafted');
    expect(endedSince(before, [skipped, turn('b', 2, 'handed_over')])?.id).toBe('b');
  });
});
