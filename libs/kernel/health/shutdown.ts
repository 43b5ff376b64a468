import { Injectable } from '@nestjs/common';

/** Whether this process is on its way down: /readyz says so, and a load balancer sends nothing more. */
@Injectable()
export class Shutdown {
  private begun = false;

  get inProgress(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}

interface Closable {
  get(token: typeof Shutdown): Shutdown;
  close(): Promise<void>;
}

/** Longer than a job's usual work, shorter than what supervisors wait before they kill. */
const LIMIT_MS = 20_000;

/**
 * On SIGTERM or SIGINT: stop being ready, close everything once, run `after`, exit. A second signal, or too long a
 * wait, exits at once: whatever was cut off is taken up again at the next start.
 */
export function shutDownOnSignals(app: Closable, after: () => Promise<void> = async () => undefined): void {
  let began = false;
  const down = (): void => {
    if (began) process.exit(1);
    began = true;
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
    app.get(Shutdown).begin();
    app
      .close()
      .then(after)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', down);
  process.on('SIGINT', down);
}
