import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { InboundFile, InboundMessage } from '../../port';
import { mailId, readMail } from './reader';

const settings = { sign: () => 'f'.repeat(64), address: 'support@fernhill.example', authservId: null };
const readRaw = async (raw: Buffer): Promise<InboundMessage[]> =>
  (await readMail({ externalId: mailId(raw), raw, meta: {} }, settings)) as InboundMessage[];

type Tree =
  { leaf: string; type: string; disposition: string; encoding: string } | { multipart: string; parts: Tree[] };

const leaf = fc.record({
  leaf: fc.constant(null).map(() => `leaf${randomUUID().replaceAll('-', '')}`),
  type: fc.constantFrom(
    'text/plain',
    'text/plain; charset=iso-8859-1',
    'text/html',
    'image/png',
    'application/pdf',
    'text/calendar',
    'application/octet-stream',
    '',
  ),
  disposition: fc.constantFrom('', 'inline', 'attachment', 'attachment; filename="a.bin"', 'strange'),
  encoding: fc.constantFrom('', '7bit', 'base64', 'quoted-printable'),
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'mime' },
    leaf,
    fc.record({
      multipart: fc.constantFrom('mixed', 'related', 'signed', 'report'),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4, depthIdentifier: 'mime' }),
    }),
  ),
}));

function write(node: Tree): string {
  if ('leaf' in node) {
    const body = node.type === 'text/html' ? `<p>${node.leaf}</p>` : node.leaf;
    const encoded = node.encoding === 'base64' ? Buffer.from(body).toString('base64') : body;
    const head = [
      node.type && `Content-Type: ${node.type}`,
      node.disposition && `Content-Disposition: ${node.disposition}`,
      node.encoding && `Content-Transfer-Encoding: ${node.encoding}`,
    ].filter(Boolean);
    return [...head, '', encoded].join('\r\n');
  }
  const boundary = `b${randomUUID()}`;
  const parts = node.parts.map((part) => `--${boundary}\r\n${write(part)}\r\n`).join('');
  return `Content-Type: multipart/${node.multipart}; boundary="${boundary}"\r\n\r\n${parts}--${boundary}--`;
}

const bytesOf = ({ content }: InboundFile): string => (Buffer.isBuffer(content) ? content.toString() : '');
const leavesOf = (node: Tree): string[] => ('leaf' in node ? [node.leaf] : node.parts.flatMap(leavesOf));

describe('any mail', () => {
  it('keeps every leaf of any MIME tree, in its text, its HTML or its files', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (root) => {
        const [message] = await readRaw(
          Buffer.from(`Message-ID: <a@b>\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n${write(root)}\r\n`),
        );
        if (!message) throw new Error('nothing was read');
        const kept = [message.fullText, message.html ?? '', ...message.files.map(bytesOf)].join('\n');
        for (const one of leavesOf(root)) expect(kept).toContain(one);
      }),
      { numRuns: 150 },
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
