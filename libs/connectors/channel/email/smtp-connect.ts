import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ConnectorError } from '../../port';
import { smtpError } from './smtp-errors';

/** With a token: asked anew for each sign-in; `renew` when the server has just refused the one before. */
export type SmtpAuth =
  { user: string; pass: string } | { user: string; accessToken: (renew: boolean) => Promise<string> };

export interface SmtpSettings {
  host: string;
  port: number;
  secure: boolean;
  auth: SmtpAuth | null;
}

const CONNECT_TIMEOUT_MS = 15_000;
/** Silence after which a connection is given up; big mails are scanned before the answer comes. */
const SILENCE_TIMEOUT_MS = 120_000;
/** nodemailer replaces the name XOAUTH2 by another way that the server offers, unless it may renew tokens itself. */
const BY_TOKEN = 'TOKEN';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** A connection that is signed in. Throws ConnectorError; nothing was asked of the server yet. */
export async function openSmtp(settings: SmtpSettings): Promise<SMTPConnection> {
  const { auth } = settings;
  if (auth === null || 'pass' in auth) return signIn(settings, auth);
  const token = await auth.accessToken(false);
  try {
    return await signIn(settings, { user: auth.user, token });
  } catch (error) {
    // A token may be withdrawn before its time; a new one is worth one try.
    if (!(error instanceof ConnectorError) || error.code !== 'auth') throw error;
  }
  return signIn(settings, { user: auth.user, token: await auth.accessToken(true) });
}

export function closeSmtp(connection: SMTPConnection): void {
  connection.removeAllListeners('error').on('error', () => undefined);
  connection.close();
}

type Login = { user: string; pass: string } | { user: string; token: string };

async function signIn(settings: SmtpSettings, login: Login | null): Promise<SMTPConnection> {
  const { host, port, secure } = settings;
  const options: SMTPConnectionOptions = {
    host,
    port,
    secure,
    // A password never crosses a network in the clear, even when somebody hides the server's STARTTLS.
    requireTLS: !secure && login !== null && !LOOPBACK.test(host),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    logger: false,
    customAuth:
      login && 'token' in login
        ? { [BY_TOKEN]: (context) => sendToken(login, (command) => context.sendCommand(command)) }
        : {},
  };
  const connection = new SMTPConnection(options);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (login) {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject);
        const auth = 'token' in login ? { user: login.user, method: BY_TOKEN } : login;
        connection.login(auth, (error) => (error ? reject(error) : resolve()));
      });
    }
  } catch (error) {
    closeSmtp(connection);
    throw smtpError(error, false);
  }
  // Failures reach us through the callback of `send`; an unheard 'error' event would end the process.
  connection.removeAllListeners('error').on('error', () => undefined);
  return connection;
}

/** SASL XOAUTH2: on a refusal the server first sends a challenge, and its answer only after an empty line. */
async function sendToken(
  login: { user: string; token: string },
  sendCommand: (command: string) => Promise<{ status: number }>,
): Promise<void> {
  const response = `user=${login.user}\u0001auth=Bearer ${login.token}\u0001\u0001`;
  let answer = await sendCommand(`AUTH XOAUTH2 ${Buffer.from(response).toString('base64')}`);
  if (answer.status === 334) answer = await sendCommand('');
  if (answer.status !== 235) throw new Error('The mail server refused the token');
}
