import type { Part } from '../mime/part';
import { contentOf } from '../mime/part';
import { Headers } from '../headers';

/** What a report says became of a mail for one recipient (RFC 3464 2.3). */
export interface Outcome {
  /** Lower case. */
  recipient: string | null;
  /** RFC 3463, e.g. "5.1.1"; null where only a text tells. */
  status: string | null;
  action: 'failed' | 'delayed' | 'fine';
  /** The words of the server that refused it. */
  diagnostic: string | null;
}

const STATUS = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;
const ADDRESS = /[^\s<>;,"'()[\]]+@[^\s<>;,"'()[\]]+/;

/** Reads a message/delivery-status part: a block about the mail, then a block per recipient. */
export function readDeliveryStatus(part: Part): Outcome[] {
  const blocks = contentOf(part)
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => Headers.of(Buffer.from(`${block.trim()}\n\n`)));
  return blocks
    .filter((it) => it.has('final-recipient', 'original-recipient', 'action', 'status'))
    .map((fields) => {
      const diagnostic = fields.first('diagnostic-code')?.replace(/^\s*[\w-]+\s*;\s*/, '') ?? null;
      const given = STATUS.exec(fields.first('status') ?? '')?.[0] ?? null;
      // Some servers put "5.0.0" in the field and the true code in the words.
      const told = STATUS.exec(diagnostic ?? '')?.[0] ?? null;
      const status = given === null || /^[45]\.0\.0$/.test(given) ? (told ?? given) : given;
      return {
        recipient: addressIn(fields.first('final-recipient')) ?? addressIn(fields.first('original-recipient')),
        status,
        action: actionOf(fields.first('action'), status),
        diagnostic,
      };
    });
}

export function addressIn(field: string | null): string | null {
  return (
    ADDRESS.exec(field ?? '')?.[0]
      .toLowerCase()
      .replace(/[.:]+$/, '') ?? null
  );
}

function actionOf(field: string | null, status: string | null): Outcome['action'] {
  const word = (field ?? '').toLowerCase();
  if (word.startsWith('failed')) return status?.startsWith('4') ? 'delayed' : 'failed';
  if (word.startsWith('delayed')) return 'delayed';
  if (/^(delivered|relayed|expanded)/.test(word)) return 'fine';
  return status?.startsWith('5') ? 'failed' : status?.startsWith('4') ? 'delayed' : 'fine';
}

/** The status that a plain sentence names: an enhanced code, else one that goes with its SMTP code. */
export function statusInWords(text: string): string | null {
  const enhanced = STATUS.exec(text)?.[0];
  if (enhanced) return enhanced;
  if (
    /user unknown|no such user|unknown user|does ?n[o']t exist|no mailbox here|unknown recipient|recipient unknown|address rejected/i.test(
      text,
    )
  )
    return '5.1.1';
  if (
    /host (?:or domain name )?not found|domain not found|unrouteable (?:mail )?domain|couldn't find any host/i.test(
      text,
    )
  )
    return '5.1.2';
  if (/(?:mailbox|quota).{0,30}(?:full|exceeded)|over ?quota/i.test(text)) return '5.2.2';
  const code = /(?:^|[\s#:])([45])\d\d[\s-]/m.exec(text)?.[1];
  return code ? `${code}.0.0` : null;
}
