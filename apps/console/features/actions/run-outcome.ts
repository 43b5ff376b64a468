import type { ActionDecisionBody, ActionRunBody, ActionRunState, Role } from '@satchel/contracts';
import { formatDate } from '../../lib/format';
import type { Tone } from '../../ui/pill';

export const STATE_LABELS: Record<ActionRunState, string> = {
  awaiting_confirmation: 'Waits for a yes',
  awaiting_approval: 'Waits for approval',
  denied: 'Not allowed',
  performing: 'Under way',
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
  uncertain: 'Not known yet',
  undone: 'Taken back',
};

export const STATE_TONES: Record<ActionRunState, Tone> = {
  awaiting_confirmation: 'amber',
  awaiting_approval: 'amber',
  denied: 'red',
  performing: 'blue',
  done: 'green',
  refused: 'red',
  failed: 'red',
  uncertain: 'amber',
  undone: 'neutral',
};

export const withArticle = (role: Role): string => `${/^[aeo]/.test(role) ? 'an' : 'a'} ${role}`;

/** Where a run stands, in words for whoever asked for it. */
export function outcomeText(run: ActionRunBody): string {
  const { state, decision, error, decidedBy, nextLookAt, actor } = run;
  switch (state) {
    case 'done':
      return 'It was read back there.';
    case 'performing':
      return 'It is being done. You may close this; it goes on.';
    case 'awaiting_confirmation':
      return `Nothing was done yet. ${decision.reason}`;
    case 'awaiting_approval':
      return `Nothing was done yet: it needs ${withArticle(decision.approver ?? 'lead')}'s approval. ${decision.reason}`;
    case 'denied':
      return decidedBy && decidedBy.id !== actor.id
        ? `${decidedBy.name} declined it. ${error?.message ?? decision.reason}`
        : (error?.message ?? decision.reason);
    case 'refused':
      return `Nothing was changed. ${error?.message ?? 'The other side gave no reason.'}`;
    case 'failed':
      return `It did not happen. ${error?.message ?? 'The other side gave no reason.'}`;
    case 'uncertain':
      return nextLookAt
        ? `We do not know yet whether it happened; we look again at ${formatDate(nextLookAt, 'clock')}.`
        : 'We cannot find out whether it happened. Look there, then tell here.';
    case 'undone':
      return 'It was done, and taken back.';
  }
}

/** What the rules say before anything is done; null: they have nothing against it. */
export function decisionText({
  verdict,
  reason,
  approver,
}: ActionDecisionBody): { tone: 'amber' | 'red' | 'blue'; text: string } | null {
  if (verdict === 'allow') return null;
  if (verdict === 'deny') return { tone: 'red', text: `Not allowed. ${reason}` };
  if (verdict === 'needs_confirm') return { tone: 'blue', text: reason };
  return { tone: 'amber', text: `Needs ${withArticle(approver ?? 'lead')}'s approval. ${reason}` };
}
