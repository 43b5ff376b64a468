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
  /** The return path with a server that takes no other. */
  ownAddress: string;
  to: string;
  cc: string[];
}

export interface Refused {
  address: string;
  reason: string;
}

/** Enhanced codes for "you may not send as this", which some servers say only after the whole mail. */
const SENDER_REFUSED = /\b5\.(7\.60|2\.252|1\.[78])\b/;

/** Sends finished mails, one connection per mail at a time, kept a few seconds for the next. */
export class SmtpSender {
  private readonly pool = new SmtpPool();
  private takesOwnAddressOnly = false;

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
    const from = this.takesOwnAddressOnly ? envelope.ownAddress : envelope.from;
    return this.pool.withPlace(async () => {
      const kept = this.pool.takeIdle();
      if (kept) {
        const outcome = await this.transmit(kept, { ...envelope, from }, mail, beforeCommit);
        if (outcome.ok) return outcome.refused;
        if (!outcome.wasStale) throw this.explain(outcome, envelope, from);
      }
      const fresh = await openSmtp(this.settings);
      const outcome = await this.transmit(fresh, { ...envelope, from }, mail, beforeCommit);
      if (!outcome.ok) throw this.explain(outcome, envelope, from);
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

  /** A server that refuses a return path of our making gets the next try, and all after it, with the plain address. */
  private explain({ error, command }: Failure, { ownAddress }: SmtpEnvelope, from: string): ConnectorError {
    const isAboutSender = command === 'MAIL FROM' || SENDER_REFUSED.test(error.vendorCode ?? '');
    const mayBeAboutSender = isAboutSender || (from === '' && command !== 'RCPT TO');
    if (error.code !== 'rejected' || from === ownAddress || !mayBeAboutSender) return error;
    this.takesOwnAddressOnly = true;
    const message = `The mail server does not take the return path; the next try has the plain address. ${error.message}`;
    return new ConnectorError('unavailable', message, {
      cause: error,
      ...(error.vendorCode !== null && { vendorCode: error.vendorCode }),
    });
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
