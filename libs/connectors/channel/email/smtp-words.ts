/** What an SMTP refusal means for the person who reads it, by the server's enhanced code (RFC 3463) and its words. */
interface Meaning {
  code: RegExp;
  /** Where one code means several things, what the server says beside it. */
  words?: RegExp;
  sentence: string;
}

const MEANINGS: Meaning[] = [
  {
    code: /^5\.7\.139$/,
    sentence:
      'Microsoft 365 does not allow sign-in by SMTP for this mailbox or the whole organisation. An administrator can allow “Authenticated SMTP”, or the mailbox can be connected with Microsoft sign-in.',
  },
  {
    code: /^5\.7\.9$/,
    sentence: 'The mail provider wants an app password here, not the password of the account.',
  },
  { code: /^5\.7\.(3|8)$/, sentence: 'The mail server refused the sign-in: the user name or the password is wrong.' },
  { code: /^5\.7\.(0|57)$/, words: /auth|sign.?in|log.?in/i, sentence: 'The mail server wants a sign-in first.' },
  { code: /^5\.1\.(1|10)$/, sentence: 'There is no such mailbox.' },
  { code: /^5\.(1\.2|4\.4)$/, sentence: 'The domain of this address takes no mail or does not exist.' },
  { code: /^5\.1\.3$/, sentence: 'This is not a mail address.' },
  { code: /^5\.1\.(7|8)$/, sentence: 'The mail server does not accept our own address as a sender.' },
  { code: /^5\.2\.1$/, sentence: 'The mailbox is switched off.' },
  { code: /^[45]\.2\.2$/, sentence: 'The mailbox is full.' },
  { code: /^5\.(2\.3|3\.4)$/, sentence: 'The mail is larger than the receiving side takes.' },
  { code: /^5\.(4\.5|1\.90)$/, sentence: 'The sending limit of this mailbox is reached for today.' },
  { code: /^4\.3\.2$/, words: /concurrent|connections/i, sentence: 'Too many connections to the mail server at once.' },
  { code: /^4\.7\.1$/, words: /gr[ea]ylist/i, sentence: 'The mail server asks to try again in a few minutes.' },
  {
    code: /^5\.(7\.60|2\.252)$/,
    sentence: 'The account that signs in may not send as this address; the mail provider has to allow it.',
  },
  {
    code: /^5\.7\.(26|23|1)$/,
    words: /dmarc|spf|dkim|unauthenticated/i,
    sentence:
      'The receiving side cannot tell that the mail is from us: the SPF, DKIM or DMARC records of our domain do not fit.',
  },
  { code: /^5\.7\.1$/, words: /relay/i, sentence: 'The mail server passes no mail on for us; it may want a sign-in.' },
  { code: /^5\.7\.1$/, words: /spam|blocked|blacklist|reputation/i, sentence: 'The mail was taken for spam.' },
];

/** Codes that say "enough for today", though they look final. */
const DAILY_LIMIT = /^5\.(4\.5|1\.90)$/;

export function meaningOf(enhanced: string | null, words: string): string | null {
  if (enhanced === null) return null;
  return MEANINGS.find((it) => it.code.test(enhanced) && (it.words?.test(words) ?? true))?.sentence ?? null;
}

export const isDailyLimit = (enhanced: string | null): boolean => enhanced !== null && DAILY_LIMIT.test(enhanced);

export const enhancedCode = (words: string): string | null => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? null;

/** A failure of the encryption in words; null when it is none. */
export function tlsFailure(cause: string | undefined, code: string | undefined): string | null {
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|HOSTNAME_MISMATCH)/.test(cause ?? code ?? ''))
    return 'The certificate of the mail server cannot be trusted, so nothing was sent to it';
  return code === 'ETLS' ? 'The mail server offers no encrypted connection, so no password was sent to it' : null;
}
