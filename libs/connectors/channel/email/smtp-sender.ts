import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { BeforeCommit } from '../../port';
import { ConnectorError } from '../../port';
import { closeSmtp, openSmtp, type SmtpSettings } from './smtp-connect';
import { refusalOf, smtpError, type SmtpError } from './smtp-errors';
import { SmtpPool } from './smtp-pool';

export interface SmtpEnvelope {
  /** The return path; '' for mail that no bounce shall answer. */
  from: string;
  /** Used in place of an empty one with a server that takes no mail without a return path. */
  ownAddress: string;
  to: string;
  cc: string[];
}

export interface Refused {
  address: string;
  reason: string;
}

/** Sends finished mails, one connection per mail at a time, kept a few seconds for the next. */
export class SmtpSender {
  private readonly pool = new SmtpPool();
  private wantsReturnPath = false;

  constructor(private readonly settings: SmtpSettings) {}

  /** Proves that the server is there and lets us in. */
  async check(): Promise<void> {
    const connection = await openSmtp(this.settings);
    connection.quit();
  }

  /**
   * `beforeCommit` is awaited when all bytes have left but the final dot, without which the server does nothing.
   * A refused copy does not hold the mail back and is given back; a refused recipient does, and nobody gets it.
   */
  send(envelope: SmtpEnvelope, mail: Buffer, beforeCommit: BeforeCommit): Promise<Refused[]> {
    const from = envelope.from === '' && this.wantsReturnPath ? envelope.ownAddress : envelope.from;
    return this.pool.withPlace(async () => {
      const kept = this.pool.takeIdle();
      if (kept) {
        const outcome = await this.transmit(kept, { ...envelope, from }, mail, beforeCommit);
        if (outcome.ok) return outcome.refused;
        if (!outcome.wasStale) throw this.explain(outcome, from);
      }
      const fresh = await openSmtp(this.settings);
      const outcome = await this.transmit(fresh, { ...envelope, from }, mail, beforeCommit);
      if (!outcome.ok) throw this.explain(outcome, from);
      return outcome.refused;
    });
  }

  private async transmit(
    connection: SMTPConnection,
    { from, to, cc }: SmtpEnvelope,
    mail: Buffer,
    beforeCommit: BeforeCommit,
  ): Promise<Outcome> {
    // The connection notes here whom the server refused, before it asks for the mail.
    const envelope: { from: string; to: string[]; size: number; rejectedErrors?: SmtpError[] } = {
      from,
      to: [to, ...cc],
      size: mail.length,
    };
    const refusalOfRecipient = (): SmtpError | undefined => envelope.rejectedErrors?.find((it) => it.recipient === to);
    const commit: Commit = { isDone: false, isLost: false, refusal: null, running: null };
    const bytes = Readable.from(
      mailThenCommit(mail, beforeCommit, commit, () => {
        if (refusalOfRecipient()) throw new Error('The recipient was refused.');
      }),
    );
    bytes.on('error', () => undefined);
    try {
      await new Promise<void>((resolve, reject) => {
        connection.send(envelope, bytes, (error) => (error ? reject(error) : resolve()));
      });
      this.pool.keep(connection);
      const refused = (envelope.rejectedErrors ?? []).map((it) => ({
        address: it.recipient ?? '',
        reason: refusalOf(it),
      }));
      return { ok: true, refused };
    } catch (failure) {
      // What goes wrong while the mark is being written went wrong before the final dot: nothing was sent.
      commit.isLost = !commit.isDone;
      closeSmtp(connection);
      // The caller's mark may still be on its way; nobody may act on our answer before it has landed.
      await commit.running;
      if (commit.refusal) throw commit.refusal.reason;
      const error = reasonOf(failure as SmtpError, refusalOfRecipient());
      const isCut = error.responseCode === undefined || error.responseCode === 421;
      const inWords = smtpError(error, commit.isDone);
      // A kept connection may have died unnoticed; nothing was asked of the server yet, so a fresh one may try.
      const wasStale = isCut && commit.running === null && inWords.code === 'unavailable';
      return { ok: false, wasStale, command: error.command ?? null, error: inWords };
    } finally {
      bytes.destroy();
    }
  }

  /** A server that refuses mail without a return path gets the next try with one. */
  private explain(outcome: Failure, from: string): ConnectorError {
    if (from !== '' || outcome.error.code !== 'rejected' || outcome.command === 'RCPT TO') return outcome.error;
    this.wantsReturnPath = true;
    const { vendorCode, message } = outcome.error;
    return new ConnectorError(
      'unavailable',
      `The mail server may want a return path; the next try has one. ${message}`,
      {
        cause: outcome.error,
        ...(vendorCode !== null && { vendorCode }),
      },
    );
  }
}

/** A refused recipient comes back as "all were refused" or as our own stop; a refused sender draws refusals of all behind it. */
function reasonOf(failure: SmtpError, refusal: SmtpError | undefined): SmtpError {
  return refusal && (failure.command === 'RCPT TO' || failure.code === 'ESTREAM') ? refusal : failure;
}

interface Commit {
  isDone: boolean;
  /** The connection was lost first: the final dot never leaves. */
  isLost: boolean;
  refusal: { reason: unknown } | null;
  running: Promise<void> | null;
}

async function* mailThenCommit(
  mail: Buffer,
  beforeCommit: BeforeCommit,
  commit: Commit,
  checkRecipient: () => void,
): AsyncGenerator<Buffer> {
  checkRecipient();
  yield mail;
  commit.running = beforeCommit().catch((reason: unknown) => void (commit.refusal = { reason }));
  await commit.running;
  if (commit.refusal) throw commit.refusal.reason;
  if (commit.isLost) throw new Error('The connection was lost.');
  commit.isDone = true;
}

type Failure = { ok: false; wasStale: boolean; command: string | null; error: ConnectorError };
type Outcome = { ok: true; refused: Refused[] } | Failure;
