import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { InboundFile, InboundMessage } from '../../port';
import { mailId, readMail } from './reader';

const settings = { sign: () => 'f'.repeat(64), address: 'support@fernhill.example', authservId: null };
const readRaw = async (raw: Buffer): Promise<InboundMessage[]> =>
  (await readMail({ externalId: mailId(raw), raw, meta: {} }, settings)) as InboundMessage[];

interface Leaf {
  leaf: string;
  type: string;
  disposition: string;
  encoding: string;
}
interface Node {
  multipart: string;
  /** How its writer went about the boundary. */
  habit: 'right' | 'unclosed' | 'nameless' | 'chatty' | 'after the end';
  parts: Tree[];
}
type Tree = Leaf | Node;

const leaf = fc.record({
  leaf: fc.constant(null).map(() => `leaf${randomUUID().replaceAll('-', '')}`),
  type: fc.constantFrom(
    'text/plain',
    'text/plain; charset=iso-8859-1',
    'text/plain; charset=x-unknown',
    'text/plain; charset=shift_jis; format=flowed',
    'text/plain; name="a;b.txt"',
    'text/html',
    'text/html; charset=utf-8',
    'text/enriched',
    'text/csv',
    'text/rtf',
    'image/png',
    'image/png; name=pic.png',
    'application/pdf',
    'application/ms-tnef',
    'application/pgp-signature',
    'message/rfc822',
    'message/delivery-status',
    'text/calendar',
    'application/octet-stream',
    'nonsense',
    '',
  ),
  disposition: fc.constantFrom(
    '',
    'inline',
    'attachment',
    'attachment; filename="a.bin"',
    'inline; filename=x.y',
    'strange',
  ),
  encoding: fc.constantFrom('', '7bit', 'base64', 'BASE64', 'quoted-printable', 'x-strange'),
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'mime' },
    leaf,
    fc.record({
      multipart: fc.constantFrom('mixed', 'alternative', 'related', 'signed', 'encrypted', 'report', 'digest', 'x-new'),
      habit: fc.constantFrom(
        'right' as const,
        'unclosed' as const,
        'nameless' as const,
        'chatty' as const,
        'after the end' as const,
      ),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4, depthIdentifier: 'mime' }),
    }),
  ),
}));

const bodyOf = ({ leaf: text, type, encoding }: Leaf): string => {
  const body = type.startsWith('text/html') ? `<p>${text}</p>` : text;
  return encoding.toLowerCase() === 'base64' ? Buffer.from(body).toString('base64') : body;
};

function write(node: Tree): string {
  if ('leaf' in node) {
    const head = [
      node.type && `Content-Type: ${node.type}`,
      node.disposition && `Content-Disposition: ${node.disposition}`,
      node.encoding && `Content-Transfer-Encoding: ${node.encoding}`,
    ].filter(Boolean);
    return [...head, '', bodyOf(node)].join('\r\n');
  }
  const boundary = `b${randomUUID()}`;
  const { habit } = node;
  const parts = node.parts.map((part) => `--${boundary}\r\n${write(part)}\r\n`);
  const closed =
    habit === 'after the end'
      ? [`--${boundary}--\r\n`, ...parts]
      : [...parts, habit === 'unclosed' ? '' : `--${boundary}--`];
  const chat = habit === 'chatty' ? 'This is a multi-part message.\r\n' : '';
  const named = habit === 'nameless' ? '' : `; boundary="${boundary}"`;
  return `Content-Type: multipart/${node.multipart}${named}\r\n\r\n${chat}${closed.join('')}`;
}

const bytesOf = ({ content }: InboundFile): string => (Buffer.isBuffer(content) ? content.toString() : '');
const leavesOf = (node: Tree): Leaf[] => ('leaf' in node ? [node] : node.parts.flatMap(leavesOf));

describe('any mail', () => {
  it('keeps every leaf of any MIME tree, in its text, its HTML or its files', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (root) => {
        const [message] = await readRaw(
          Buffer.from(`Message-ID: <a@b>\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n${write(root)}\r\n`),
        );
        if (!message) throw new Error('nothing was read');
        const kept = [message.fullText, message.html ?? '', ...message.files.map(bytesOf)].join('\n');
        // A multipart that nobody can take apart stays as its bytes.
        const lost = leavesOf(root).filter((it) => !kept.includes(it.leaf) && !kept.includes(bodyOf(it)));
        expect(lost).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is read without an error, whatever bytes it is made of', async () => {
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
      fc
        .array(
          fc.constantFrom(
            'From: ',
            'Content-Type: multipart/mixed; boundary=x',
            '--x',
            '--x--',
            '\r\n',
            '\n',
            '=?utf-8?B?',
            '?=',
            '<',
            '>',
            '\u0000',
            ';',
            '"',
            'Message-ID: ',
            'a@b',
            ' ',
            '\t',
            'é',
          ),
          { maxLength: 60 },
        )
        .map((words) => Buffer.from(words.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (raw) => {
        for (const message of await readRaw(raw)) {
          expect(message.externalId).not.toBe('');
          expect(JSON.stringify(message)).not.toContain('\\u0000');
        }
      }),
      { numRuns: 200 },
    );
  });
});
