import { randomInt } from 'node:crypto';
import type { Hooks } from './hooks';

const ANSWER_WITHIN_MS = 5_000;

/** Meta's challenge, before it believes that an address wants its calls. Null: it answered right. */
export async function handshake(hooks: Hooks, url: string, verifyToken: string): Promise<string | null> {
  if (!hooks.mayCall(url)) return 'not on this machine, and no hook was set to it';
  const challenge = String(randomInt(100_000_000, 2_000_000_000));
  const asked = new URL(url);
  asked.searchParams.set('hub.mode', 'subscribe');
  asked.searchParams.set('hub.challenge', challenge);
  asked.searchParams.set('hub.verify_token', verifyToken);
  try {
    const response = await fetch(asked, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const text = await response.text();
    return response.status === 200 && text === challenge ? null : `answered ${response.status}, not the challenge`;
  } catch (error) {
    return `did not answer: ${(error as Error).message}`;
  }
}
