import { ConnectorError } from '../../port';
import { enhancedCode, isDailyLimit, meaningOf, tlsFailure } from './smtp-words';

/** What nodemailer puts on its errors. */
export interface SmtpError {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  response?: string;
  /** The command that was refused: "MAIL FROM", "RCPT TO", "DATA", ... */
  command?: string;
  recipient?: string;
  rejectedErrors?: SmtpError[];
  message: string;
}

const ASKS_FOR_SIGN_IN = [530, 534, 535];
const TOO_FAST = /\brate\b|too many|throttl|limit exceeded|4\.7\.(0|28)\b|4\.3\.2\b/i;
const TOO_FAST_DELAY_MS = 60_000;
const DAILY_LIMIT_DELAY_MS = 3_600_000;
/** A server's words are shown to people and kept; some servers write whole pages. */
const MAX_WORDS = 300;

/**
 * An SMTP failure in our words. Before the commit every failure is a clean "not sent"; after it only an answer of the
 * server is one, and silence leaves the outcome open.
 */
export function smtpError(raw: unknown, committed: boolean): ConnectorError {
  if (raw instanceof ConnectorError) return raw;
  const error = raw as SmtpError;
  const options = { vendorCode: vendorCode(error), cause: raw };
  const answer = error.responseCode ?? 0;
  const enhanced = enhancedCode(error.response ?? '');
  const say = (otherwise: string): string => sentence(error, otherwise);

  if (committed && answer === 0) {
    return new ConnectorError('uncertain', 'The mail server took the mail and never confirmed it.', options);
  }
  const unsafe = tlsFailure(error.originalCode, error.code);
  if (unsafe) return new ConnectorError('unavailable', `${unsafe}: ${words(error.message)}`, options);
  if (ASKS_FOR_SIGN_IN.includes(answer) || (error.code === 'EAUTH' && !isTransient(answer))) {
    return new ConnectorError('auth', say('The mail server refused the sign-in.'), options);
  }
  if (isDailyLimit(enhanced)) {
    return new ConnectorError('rate_limited', say(''), { ...options, retryAfterMs: DAILY_LIMIT_DELAY_MS });
  }
  if (isTransient(answer)) {
    return TOO_FAST.test(error.response ?? '')
      ? new ConnectorError('rate_limited', say('The mail server wants fewer mails at a time.'), {
          ...options,
          retryAfterMs: TOO_FAST_DELAY_MS,
        })
      : new ConnectorError('unavailable', say('The mail server could not take the mail just now.'), options);
  }
  if (answer >= 500 || error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
    return new ConnectorError('rejected', say('The mail server refused the mail.'), options);
  }
  return new ConnectorError('unavailable', `The mail server cannot be reached: ${words(error.message)}`, options);
}

/** Why one recipient of several was refused, for a person. */
export const refusalOf = (error: SmtpError): string => sentence(error, 'The mail server refused this address.');

/** Our sentence where we know one, with the server's own words behind it. */
function sentence(error: SmtpError, otherwise: string): string {
  const given = words(error.response ?? error.message);
  const meaning = meaningOf(enhancedCode(given), given) ?? otherwise;
  const whom = error.recipient ? ` ${error.recipient}:` : '';
  return `${meaning}${whom} ${meaning === '' ? given : `(${given})`}`.trim();
}

const words = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .trim()
    .slice(0, MAX_WORDS);

const isTransient = (answer: number): boolean => answer >= 400 && answer < 500;

function vendorCode(error: SmtpError): string | undefined {
  const enhanced = enhancedCode(error.response ?? '');
  return [error.responseCode, enhanced, error.originalCode ?? error.code].filter(Boolean).join(' ') || undefined;
}
