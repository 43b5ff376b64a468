import { DEFAULT_POLICY } from '@satchel/policies';
import { BuiltInChatModel } from '../engine/built-in-chat-model';
import { HOUSE } from '../engine/engine';
import type { Trial } from './simulated-talk';

/** The house as it is shipped. */
export const house = (more: Partial<Trial> = {}): Trial => ({
  workspaceId: '00000000-0000-7000-8000-0000000000aa',
  shop: 'Fernhill Outfitters',
  procedures: HOUSE,
  policy: { version: 0, document: DEFAULT_POLICY },
  brains: [{ name: 'built-in', model: new BuiltInChatModel(), attempts: 1 }],
  hosts: [],
  articles: null,
  ...more,
});
