import type { AiTurnBody, DraftBody, MessageBody } from '@satchel/contracts';

/** A turn is written a moment after the reply it sent. */
const SLACK_MS = 15_000;

/** The turn behind a reply of the AI: named by its client id (`turn:<message answered>`), else the last one sent before it. */
export function turnOfMessage(message: MessageBody, turns: readonly AiTurnBody[]): AiTurnBody | null {
  if (message.author.kind !== 'ai') return null;
  const named = turns.find((turn) => message.clientId === `turn:${turn.messageId}`);
  if (named) return named;
  const until = Date.parse(message.createdAt) + SLACK_MS;
  const sent = turns.filter((turn) => turn.outcome === 'sent' && Date.parse(turn.createdAt) <= until);
  return newest(sent);
}

export function turnOfDraft(draft: DraftBody, turns: readonly AiTurnBody[]): AiTurnBody | null {
  return turns.find((turn) => turn.id === draft.turnId) ?? null;
}

/** The last handoff, unless the AI or a person went on after it. */
export function handoffOf(turns: readonly AiTurnBody[]): AiTurnBody | null {
  const last = newest(turns.filter((turn) => turn.outcome !== 'running' && turn.outcome !== 'skipped'));
  return last?.outcome === 'handed_over' ? last : null;
}

/** Only what it wrote can be right or wrong. */
export const isJudged = ({ outcome }: AiTurnBody): boolean => outcome === 'sent' || outcome === 'drafted';

export function judged(turns: readonly AiTurnBody[], turnId: string, right: boolean): AiTurnBody[] {
  return turns.map((turn) => (turn.id === turnId ? { ...turn, verdict: right ? 'right' : 'wrong' } : turn));
}

/** The shop wants a person's yes to such replies; nothing was found wrong with it. */
export const isReadyToSend = (turn: AiTurnBody | null): boolean =>
  turn?.outcome === 'drafted' && turn.reason.startsWith('Ready to send.');

function newest(turns: readonly AiTurnBody[]): AiTurnBody | null {
  return turns.reduce<AiTurnBody | null>(
    (best, turn) => (best && best.createdAt >= turn.createdAt ? best : turn),
    null,
  );
}

/** A turn that was skipped may be taken again under its id: the outcome belongs to the name. */
const nameOf = ({ id, outcome, reason }: AiTurnBody): string => `${id}:${outcome}:${reason}`;
const isSettled = ({ outcome }: AiTurnBody): boolean => outcome !== 'running';

/** What had ended when somebody asked for a draft. */
export const settledTurns = (turns: readonly AiTurnBody[]): string[] => turns.filter(isSettled).map(nameOf);

/** The turn that ended since; null: it still runs. */
export function endedSince(settled: readonly string[], turns: readonly AiTurnBody[]): AiTurnBody | null {
  return newest(turns.filter((turn) => isSettled(turn) && !settled.includes(nameOf(turn))));
}
