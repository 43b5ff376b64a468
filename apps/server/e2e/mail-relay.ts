import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { MailGun } from './mail-gun';

/** What tells a program's mail from a person's. */
const MARKS =
  /^(auto-submitted|x-auto-response-suppress|precedence|x-loop|x-autoreply|x-autorespond):.*\r\n(?:[ \t].*\r\n)*/gim;

/** A mail server between two others that hands on what it gets; when asked to, without the marks of a program. */
export class MailRelay {
  stripsMarks = false;
  passed = 0;
  private readonly server: SMTPServer;

  private constructor(target: number) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('latin1');
          const shot = {
            mailFrom: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            to: envelope.rcptTo[0]?.address ?? '',
            raw: this.stripsMarks ? raw.replace(MARKS, '') : raw,
          };
          this.handOn(target, shot).then(
            () => done(),
            (error: Error) => done(error),
          );
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async to(target: number): Promise<MailRelay> {
    const relay = new MailRelay(target);
    await new Promise<void>((resolve) => relay.server.listen(0, '127.0.0.1', () => resolve()));
    return relay;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async handOn(target: number, shot: { mailFrom: string; to: string; raw: string }): Promise<void> {
    const gun = await MailGun.at(target);
    await gun.shoot(shot).finally(() => gun.stop());
    this.passed += 1;
  }
}
