import type { ImapFlowOptions } from 'imapflow';
import { ImapFlow } from 'imapflow';
import { ConnectorError } from '../../port';

export interface ImapSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  pass: string;
}

export const MAX_MAIL_BYTES = 40 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 15_000;
/** RFC 2177 asks to renew IDLE within 29 minutes; connections die silently long before, so much earlier. */
const RENEW_IDLE_MS = 4 * 60_000;
const START_IDLE_MS = 250;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Opens a signed-in client; ImapFlow never reconnects by itself, so each one lives for one session. */
export async function openImap(settings: ImapSettings, extra: Partial<ImapFlowOptions> = {}): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    // As for sending: no password in the clear, save on this machine.
    doSTARTTLS: settings.secure || LOOPBACK.test(settings.host) ? undefined : true,
    auth: { user: settings.user, pass: settings.pass },
    logger: false,
    maxIdleTime: RENEW_IDLE_MS,
    autoIdleDelay: START_IDLE_MS,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
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
    throw imapError(error);
  }
}

export function imapError(raw: unknown): ConnectorError {
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
    ? new ConnectorError('auth', `The IMAP server refused the sign-in: ${message}`, options)
    : new ConnectorError('unavailable', `The IMAP server cannot be used: ${message}`, options);
}
