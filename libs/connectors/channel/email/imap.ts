import type { ImapFlowOptions } from 'imapflow';
import { ImapFlow } from 'imapflow';
import { ConnectorError } from '../../port';
import type { MailToken } from './oauth-token';

export interface ImapSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  pass: string;
  /** Signs in instead of the password (XOAUTH2, OAUTHBEARER). */
  token?: MailToken | null;
}

export const MAX_MAIL_BYTES = 40 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 15_000;
/** RFC 2177 asks to renew IDLE within 29 minutes; connections die silently long before, so much earlier. */
const RENEW_IDLE_MS = 4 * 60_000;
const START_IDLE_MS = 250;
/** Something is said at least every minute, so a line that is silent for longer is dead. */
const SILENCE_MS = 90_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Opens a signed-in client; ImapFlow never reconnects by itself, so each one lives for one session. */
export async function openImap(settings: ImapSettings, extra: Partial<ImapFlowOptions> = {}): Promise<ImapFlow> {
  const { token } = settings;
  if (!token) return connect(settings, { user: settings.user, pass: settings.pass }, extra);
  const accessToken = await token.get();
  try {
    return await connect(settings, { user: settings.user, accessToken }, extra);
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'auth') throw error;
    // Revoked before its time, perhaps: only a fresh one that is refused as well means that somebody has to act.
    token.refused(accessToken);
    return connect(settings, { user: settings.user, accessToken: await token.get() }, extra);
  }
}

async function connect(
  settings: ImapSettings,
  auth: NonNullable<ImapFlowOptions['auth']>,
  extra: Partial<ImapFlowOptions>,
): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    // As for sending: no password in the clear, save on this machine.
    doSTARTTLS: settings.secure || LOOPBACK.test(settings.host) ? undefined : true,
    auth,
    logger: false,
    maxIdleTime: RENEW_IDLE_MS,
    autoIdleDelay: START_IDLE_MS,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_MS,
    maxLiteralSize: MAX_MAIL_BYTES + 1024 * 1024,
    ...extra,
  });
  // Every failure also rejects a pending command or fires 'close'; an unheard 'error' event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw imapError(error, settings.token ? 'imapUser, oauthRefreshToken' : 'imapUser, imapPass');
  }
}

/** `fields`: the settings that a refused sign-in is about, for the person who mends them. */
export function imapError(raw: unknown, fields = 'imapUser, imapPass'): ConnectorError {
  if (raw instanceof ConnectorError) return raw;
  const error = raw as {
    authenticationFailed?: boolean;
    serverResponseCode?: string;
    responseText?: string;
    code?: string;
    message: string;
  };
  const options = { vendorCode: error.serverResponseCode ?? error.code, cause: raw };
  const message = error.responseText ?? error.message;
  // RFC 5530: UNAVAILABLE says that the server could not check just now.
  return error.authenticationFailed && error.serverResponseCode !== 'UNAVAILABLE'
    ? new ConnectorError('auth', `The IMAP server refused the sign-in (${fields}): ${message}`, options)
    : new ConnectorError('unavailable', `The IMAP server cannot be used: ${message}`, options);
}
