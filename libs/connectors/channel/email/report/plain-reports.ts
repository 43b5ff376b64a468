import type { Headers } from '../headers';
import type { Outcome } from './delivery-fields';
import { addressIn, statusInWords } from './delivery-fields';

const DAEMON =
  /^(?:mailer-?daemon|postmaster|mail(?:er)?|mdaemon|microsoftexchange[0-9a-f]*|mail-daemon|exchange|bounces?)(?:[+-][^@]*)?@/i;
const SUBJECT =
  /undeliver|delivery (?:status|failure|has failed|incomplete|report)|mail delivery|returned mail|failure notice|delayed mail|warning: (?:message|could not send)|nicht zugestellt|unzustellbar|zustellung.{0,20}(?:fehl|gescheitert)|non remis|échec de la remise|no se puede entregar|no entregado|mancato recapito|onbestelbaar|kan niet worden bezorgd|niedostarczon|недоставлен|не доставлен|olevererbart|退信|未送达|配信不能/i;
/** Programs that report in their own words: qmail, Exim, Exchange, and what others copied from them. */
const OPENINGS =
  /this is the qmail-send program|this message was created automatically by mail delivery software|could not be delivered to (?:one or more|all) (?:of its )?recipients|the following (?:address(?:es)?|recipient\(s\)) (?:failed|cannot be reached|had permanent fatal errors)|delivery (?:to the following recipients? (?:has )?failed|has failed to these recipients)|couldn't be delivered|wasn't delivered to|diagnostic information for administrators|your message (?:did not reach|wasn't delivered|cannot be delivered)|undelivered mail returned to sender|i'm afraid i wasn't able to deliver|ihre nachricht (?:konnte nicht|wurde nicht) (?:an .{1,60} )?zugestellt/i;
const DELAYED =
  /\bdelay(?:ed)?\b|will (?:keep|continue) (?:trying|to (?:try|be retried))|no action is required on your part|has not (?:yet )?been (?:delivered|collected)|verzögert|still being retried/i;
const ADDRESSES = /<?([^\s<>;,"'()[\]:]+@[^\s<>;,"'()[\]:]+)>?/g;
const MAX_RECIPIENTS = 20;
const MAX_TEXT = 20_000;

export interface PlainReport {
  headers: Headers;
  from: string;
  subject: string;
  text: string;
  /** The envelope had no sender. */
  nullSender: boolean;
  /** Addresses of this house, which no report is about. */
  isOwn: (address: string) => boolean;
}

/** What a report without machine-readable parts says; null when the mail is no report. */
export function readPlainReport(mail: PlainReport): Outcome[] | null {
  const failed = mail.headers.all('x-failed-recipients').flatMap((it) => it.split(','));
  const isDaemon = DAEMON.test(mail.from);
  const speaksLikeOne = OPENINGS.test(mail.text.slice(0, 4_000));
  const isReport =
    failed.length > 0 ||
    (isDaemon && (SUBJECT.test(mail.subject) || speaksLikeOne)) ||
    (mail.nullSender && speaksLikeOne);
  if (!isReport) return null;

  const words = aboutTheFailure(mail.text.slice(0, MAX_TEXT));
  const status = statusInWords(words);
  const delayed = status?.startsWith('4') || (!status?.startsWith('5') && DELAYED.test(`${mail.subject}\n${words}`));
  const named = failed.length > 0 ? failed : [...words.matchAll(ADDRESSES)].map((it) => it[1] ?? '');
  const recipients = [...new Set(named.map(addressIn))].filter(
    (it) => it !== null && !mail.isOwn(it) && it !== mail.from,
  );
  const outcome = (recipient: string | null): Outcome => ({
    recipient,
    status,
    action: delayed ? 'delayed' : 'failed',
    diagnostic: sentenceOf(words),
  });
  return recipients.length > 0 ? recipients.slice(0, MAX_RECIPIENTS).map(outcome) : [outcome(null)];
}

/** Up to the copy of the mail that came back. */
function aboutTheFailure(text: string): string {
  const copy =
    /^.{0,8}(?:below this line is a copy|this is a copy of (?:your|the) message|original message headers|-{3,}.{0,40}(?:original|returned) message|message headers follow|return-path:|(?:x-)?message-id:)/im.exec(
      text,
    );
  return copy ? text.slice(0, copy.index) : text;
}

/** The line with the code, or the one below the address: the words of the server that said no. */
function sentenceOf(words: string): string | null {
  const lines = words
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  const coded = lines.find((line) => /\b[45]\d\d[\s-]|\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line));
  const below = lines[lines.findIndex((line) => /^<?[^\s@]+@[^\s@]+>?:?$/.test(line)) + 1];
  return (coded ?? (below !== lines[0] ? below : null) ?? null)?.slice(0, 300) ?? null;
}
