import type { Memory } from '../conversation/memory';
import { ground } from '../turns/ground';
import type { Reply } from './toolbox.fixture';

/** As a turn holds the engine's words against what its look-ups gave. */
export function problemsOf(reply: Reply, said: string, memory: Memory): string[] {
  const answered = reply.seen.filter(({ data }) => !(typeof data === 'object' && data !== null && 'error' in data));
  if (reply.text.trim() === '') return [];
  const learned = {
    brain: 'built-in',
    results: answered.map(({ data }) => data),
    tools: answered.map(({ tool }) => tool),
    asked: ['1001', '0900'],
  };
  return ground(reply.text, learned, {
    shop: 'Fernhill Outfitters',
    signature: 'The team',
    customerName: 'Anna Berg',
    said,
    memory,
    decided: reply.decided,
    today: new Date('2026-11-21T20:00:00Z'),
  }).problems.map(({ kind, text }) => `${kind}: ${text}`);
}
