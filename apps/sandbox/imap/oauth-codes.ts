import { createHash, randomBytes } from 'node:crypto';

/** What an application asked the browser to ask for. */
export interface ConsentRequest {
  redirectUri: string;
  scope: string;
  state: string | null;
  challenge: string | null;
  /** The account that the consent page offers. */
  account: string;
  /** A token that works while nobody is there. */
  offline: boolean;
}

const CODE_MS = 10 * 60_000;
const MOST = 200;

/** Consents that are asked for, and codes that were given; each of them works once. */
export class OAuthCodes {
  private readonly asked = new Map<string, ConsentRequest>();
  private readonly given = new Map<string, ConsentRequest & { endsAt: number }>();

  constructor(private readonly clock: () => Date) {}

  reset(): void {
    this.asked.clear();
    this.given.clear();
  }

  ask(request: ConsentRequest): string {
    return put(this.asked, randomBytes(12).toString('base64url'), request);
  }

  answered(id: string): ConsentRequest | null {
    return take(this.asked, id);
  }

  give(request: ConsentRequest): string {
    const endsAt = this.clock().getTime() + CODE_MS;
    return put(this.given, `4/${randomBytes(24).toString('base64url')}`, { ...request, endsAt });
  }

  /** The consent behind a code; a sentence when it is refused (RFC 6749, 5.2; RFC 7636, 4.6). */
  redeem(form: Record<string, string>): ConsentRequest | string {
    const held = take(this.given, form.code ?? '');
    if (!held || held.endsAt <= this.clock().getTime()) return 'Malformed auth code.';
    if (form.redirect_uri !== held.redirectUri) return 'redirect_uri differs from the one that was authorised.';
    if (held.challenge === null) return held;
    if (!form.code_verifier) return 'Missing code verifier.';
    const challenge = createHash('sha256').update(form.code_verifier).digest('base64url');
    return challenge === held.challenge ? held : 'Invalid code verifier.';
  }
}

function put<T>(store: Map<string, T>, key: string, value: T): string {
  const [oldest] = store.keys();
  if (store.size >= MOST && oldest !== undefined) store.delete(oldest);
  store.set(key, value);
  return key;
}

function take<T>(store: Map<string, T>, key: string): T | null {
  const value = store.get(key) ?? null;
  store.delete(key);
  return value;
}
