import type { WidgetConfigBody, WidgetMessageBody, WidgetSessionBody } from '@satchel/contracts';
import type { LineState } from '../lib/line';
import type { Remembered } from '../lib/memory';
import type { Unsent } from '../lib/outbox';

export interface ChatState {
  /** `sign-in`: only for visitors whom the shop has signed in. `refused`: the desk will not have this site or key. */
  phase: 'starting' | 'ready' | 'trying' | 'sign-in' | 'refused';
  config: WidgetConfigBody | null;
  visitor: WidgetSessionBody['visitor'] | null;
  loyalty: WidgetSessionBody['loyalty'];
  messages: WidgetMessageBody[];
  outbox: Unsent[];
  typing: { from: 'person' | 'ai'; name: string | null } | null;
  line: LineState;
  profile: Remembered['profile'];
  unread: number;
  open: boolean;
  /** Another one after a log-out or for another person: nothing half-written stays. */
  visit: number;
}

export const NEW_CHAT: ChatState = {
  phase: 'starting',
  config: null,
  visitor: null,
  loyalty: null,
  messages: [],
  outbox: [],
  typing: null,
  line: 'connecting',
  profile: null,
  unread: 0,
  open: false,
  visit: 0,
};

/** What the visitor is asked for before the composer is shown. */
export type Stage = 'pre-chat' | 'offline' | 'composer';

export function stageOf(state: ChatState): Stage {
  const { config, visitor, profile } = state;
  if (!config) return 'composer';
  const email = visitor?.email ?? profile?.email;
  if (!config.online && !email) return 'offline';
  const hasWritten = state.messages.some(({ from }) => from === 'visitor') || state.outbox.length > 0;
  if (visitor?.verified || profile || hasWritten || !config.online) return 'composer';
  const { name, email: mail, consent } = config.preChat;
  return name !== 'off' || mail !== 'off' || consent !== null ? 'pre-chat' : 'composer';
}
