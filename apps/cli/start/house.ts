const FORCE_AFTER_MS = 700;
const LIMIT_MS = 30_000;

/** What has been started, so that it is stopped in the opposite order: server, sandbox, database. */
export class House {
  private readonly stops: (() => Promise<void>)[] = [];
  private closing: Promise<void> | undefined;

  add(stop: () => Promise<void>): void {
    this.stops.unshift(stop);
  }

  close(): Promise<void> {
    this.closing ??= (async () => {
      for (const stop of this.stops) await stop().catch(() => undefined);
    })();
    return this.closing;
  }

  /**
   * The first signal closes everything and exits; another one, or too long a wait, exits at once. One Ctrl+C can arrive
   * twice within a moment, from the terminal and from npm: that counts as one.
   */
  closeOnSignals(say: (text: string) => void): void {
    let since = 0;
    const down = (signal: NodeJS.Signals): void => {
      if (since > 0) {
        if (performance.now() - since > FORCE_AFTER_MS) process.exit(1);
        return;
      }
      since = performance.now();
      say(signal === 'SIGINT' ? 'Stopping (Ctrl+C again: at once)' : 'Stopping');
      setTimeout(() => process.exit(1), LIMIT_MS).unref();
      void this.close().then(() => process.exit(0));
    };
    process.on('SIGINT', down);
    process.on('SIGTERM', down);
  }
}
