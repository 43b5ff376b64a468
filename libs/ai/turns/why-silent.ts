import type { AiMode } from '@satchel/contracts';
import type { Scene } from './turn.queries';

/** Why the AI leaves a ticket alone; null when it takes its turn. `asked`: a person wants its draft. */
export function whySilent(mode: AiMode, scene: Scene | null, asked = false): string | null {
  if (!scene) return 'the ticket is gone';
  if (mode === 'off') return 'the AI is switched off';
  if (scene.status === 'spam' || scene.status === 'closed') return `the ticket is ${scene.status}`;
  if (!scene.inbound) return 'no customer wrote, or only their programs did';
  if (scene.answered) return 'the newest message is answered';
  // Two voices in one conversation confuse: once a person took over, it is theirs.
  if (scene.personReplied && !asked) return 'a person answers this ticket';
  return null;
}
