import { ConnectorError } from '../../port';

/** What nodemailer puts on its errors. */
interface SmtpError {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  response?: string;
  message: string;
}

const ASKS_FOR_SIGN_IN = [530, 534, 535];
const TOO_FAST = /rate|too many|throttl|4\.7\.(0|28)/i;
const TOO_FAST_DELAY_MS = 60_000;

/**
 * An SMTP failure in our words. Before the commit every failure is a clean "not sent"; after it only an answer of the
 * server is one, and silence leaves the outcome open.
 */
export function smtpError(raw: unknown, committed: boolean): ConnectorError {
  const error = raw as SmtpError;
  const options = { vendorCode: vendorCode(error), cause: raw };
  const answer = error.responseCode ?? 0;

  if (committed && answer === 0) {
    return new ConnectorError('uncertain', 'The mail server took the mail and never confirmed it.', options);
  }
  if (ASKS_FOR_SIGN_IN.includes(answer) || (error.code === 'EAUTH' && !isTransient(answer))) {
    return new ConnectorError('auth', `The mail server refused the sign-in: ${error.message}`, options);
  }
  if (isTransient(answer)) {
    return TOO_FAST.test(error.response ?? '')
      ? new ConnectorError('rate_limited', error.message, { ...options, retryAfterMs: TOO_FAST_DELAY_MS })
      : new ConnectorError('unavailable', error.message, options);
  }
  if (answer >= 500 || error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
    return new ConnectorError('rejected', error.message, options);
  }
  return new ConnectorError('unavailable', `The mail server cannot be reached: ${error.message}`, options);
}

const isTransient = (answer: number): boolean => answer >= 400 && answer < 500;

function vendorCode(error: SmtpError): string | undefined {
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(error.response ?? '')?.[0];
  return [error.responseCode, enhanced, error.originalCode ?? error.code].filter(Boolean).join(' ') || undefined;
}
