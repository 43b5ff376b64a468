import type { WidgetSessionBody, WidgetSessionRequest } from '@satchel/contracts';
import type { Lock } from './lock';
import { type Memory, subjectOf } from './memory';
import { Refusal, type Rest } from './rest';

const STORAGE_LAG_MS = 60;

/** Gets a session and keeps its token. Tabs take turns, so that two that start together share one session. */
export class SessionKeeper {
  constructor(
    private readonly rest: Rest,
    private readonly memory: Memory,
    private readonly lock: Lock,
    private readonly about: () => Pick<WidgetSessionRequest, 'locale' | 'page'>,
    private identity: string | null,
  ) {}

  get token(): string | null {
    return this.memory.get().token;
  }

  get isIdentified(): boolean {
    return this.identity !== null || this.memory.get().subject !== null;
  }

  use(identity: string | null): void {
    this.identity = identity;
  }

  /** Answers whether somebody else was here before: then nothing of theirs may stay. */
  identify(identity: string): boolean {
    this.use(identity);
    const { subject } = this.memory.get();
    return subject !== null && subject !== subjectOf(identity);
  }

  /** The session that is kept, or a new one when there is none or the desk no longer knows it. */
  obtain(): Promise<WidgetSessionBody> {
    return this.lock(`${this.memory.name}:session`, async () => {
      // What the tab before us wrote may reach us a moment after its lock does.
      if (this.token === null) await new Promise((resolve) => setTimeout(resolve, STORAGE_LAG_MS));
      const { identity } = this;
      const session = await this.ask(identity);
      // Signed out, or in as somebody else, while the desk was answering.
      if (identity !== this.identity) return this.ask(this.identity);
      return session;
    });
  }

  private async ask(identity: string | null): Promise<WidgetSessionBody> {
    const { token, subject } = this.memory.get();
    const request = { ...(token && { token }), ...(identity && { identity }), ...this.about() };
    const session = await this.rest.session(request).catch((error: unknown) => {
      // The signed token of a page that was open for long has expired; the session by it has not.
      const isSame = identity !== null && token !== null && subject === subjectOf(identity);
      if (!isSame || !(error instanceof Refusal) || error.isPassing) throw error;
      this.identity = null;
      return this.rest.session({ token, ...this.about() });
    });
    this.memory.set({ token: session.token, subject: identity ? subjectOf(identity) : subject });
    return session;
  }
}
