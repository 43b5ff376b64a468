import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboundMessage } from '../../port';
import type { Part } from './mime/part';
import { contentOf, leavesOf, parsePart } from './mime/part';
import { mailId, readMail } from './reader';
import { withoutQuotes } from './text/quotes';

const DATA = join(process.env.SATCHEL_DATA_SETS ?? join(__dirname, '../../../../../shared/data'), 'torture');
const settings = { sign: () => 'f'.repeat(64), address: 'support@fernhill.example', authservId: null };

const filesOf = (folder: string, ending: RegExp): string[] => {
  const path = join(DATA, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => join(path, name));
};
const mails = [...filesOf('mail-ruby', /\.eml$|sample_output_multipart$/), ...filesOf('mime4j', /\.msg$/)];
const trees = filesOf('mime4j', /\.msg$/).filter((name) => existsSync(name.replace(/\.msg$/, '_decoded.xml')));

(mails.length > 0 ? describe : describe.skip)('mails that other parsers stumbled over (where they are at hand)', () => {
  it(`every one of ${mails.length} becomes a message or is put aside with a reason`, async () => {
    const aside: string[] = [];
    for (const name of mails) {
      const raw = readFileSync(name);
      try {
        const items = await readMail({ externalId: mailId(raw), raw, meta: {} }, settings);
        expect({ name, items: items.length > 0 }).toEqual({ name, items: true });
      } catch (error) {
        expect((error as Error).name).toBe('UnreadableMailError');
        aside.push(`${name}: ${(error as Error).message}`);
      }
    }
    expect(aside).toEqual([]);
  });

  it('no leaf of theirs is lost: each is in the text, in the HTML or in a file', async () => {
    const lost: string[] = [];
    for (const name of mails) {
      const raw = readFileSync(name);
      const [item] = await readMail({ externalId: mailId(raw), raw, meta: {} }, settings);
      if (item?.type !== 'message') continue;
      for (const leaf of leavesOf(parsePart(raw))) if (!isKept(leaf, item)) lost.push(`${name} ${leaf.type}`);
    }
    expect(lost).toEqual([]);
  });
});

const READ_OTHERWISE = [
  'badbound',
  'multi-frag',
  'ending-boundaries',
  'malformedHeader-noheader',
  'malformedHeaderStartsBody-nocrlfcrlf',
  'malformedHeaderStartsBody-noheader',
  'missing-boundary',
  'missing-inner-boundary',
  'missing-inner-start-boundary',
  'multipartnopart',
];

(trees.length > 0 ? describe : describe.skip)('the expected trees of mime4j (where they are at hand)', () => {
  it(`agree with ours in number, kind and bytes of the leaves, but for a few that we read on purpose otherwise`, () => {
    const differing = trees.filter((name) => !agrees(name)).map((name) => name.slice(DATA.length + 1));
    // Broken or missing boundaries, parts behind the end, heads without an end: bytes that mime4j drops and we keep.
    expect(differing.map((name) => name.replace(/^.*\//, '').replace('.msg', ''))).toEqual(READ_OTHERWISE);
  });
});

function isKept(leaf: Part, message: InboundMessage): boolean {
  const bytes = contentOf(leaf);
  if (bytes.toString('latin1').trim() === '') return true;
  if (message.files.some((file) => Buffer.isBuffer(file.content) && file.content.equals(bytes))) return true;
  const words = (text: string): string[] => text.match(/[a-z]{4,}/gi) ?? [];
  const kept = new Set([...words(message.fullText), ...words(message.html ?? '')]);
  const told = words(bytes.toString('latin1').replace(/<[^>]*>/g, ' '));
  return told.filter((word) => kept.has(word)).length >= told.length * 0.8;
}

interface Expected {
  kind: 'leaf' | 'message';
  file: string | null;
}

function agrees(name: string): boolean {
  const base = name.replace(/\.msg$/, '');
  const expected = expectedLeaves(readFileSync(`${base}_decoded.xml`, 'latin1'));
  const leaves = leavesOf(parsePart(readFileSync(name)));
  if (expected.length !== leaves.length) return false;
  return expected.every(({ kind, file }, at) => {
    const leaf = leaves[at];
    if (!leaf) return false;
    if (kind === 'message') return leaf.type.startsWith('message/');
    if (file === null) return true;
    const path = join(base, '..', file);
    if (!existsSync(path)) return true;
    const plain = (bytes: Buffer): string => bytes.toString('latin1').replace(/\r\n/g, '\n').trimEnd();
    return plain(readFileSync(path)) === plain(contentOf(leaf));
  });
}

/** In order; an attached mail counts as one leaf, as it stays one file with us. */
function expectedLeaves(xml: string): Expected[] {
  const found: Expected[] = [];
  let inside = 0;
  for (const [, close, tag, file] of xml.matchAll(/<(\/?)(message|text-body|binary-body)(?:\s+name="([^"]*)")?/g)) {
    if (tag === 'message') {
      if (!close && ++inside === 2) found.push({ kind: 'message', file: null });
      if (close) inside--;
    } else if (inside === 1 && !close) found.push({ kind: 'leaf', file: file ?? null });
  }
  return found;
}

const replies = filesOf('email-reply-parser-ruby', /\.txt$/).filter((name) => !/LICENSE|ORIGIN/.test(name));
(replies.length > 0 ? describe : describe.skip)('replies of many programs (where they are at hand)', () => {
  it.each(replies.map((name) => [name.slice(DATA.length + 1), name]))('%s is cut to something, fast', (_, name) => {
    const whole = readFileSync(name, 'utf8');
    const started = Date.now();
    const visible = withoutQuotes(whole);
    expect(visible).not.toBe('');
    expect(visible.length).toBeLessThanOrEqual(whole.length);
    expect(Date.now() - started).toBeLessThan(500);
  });
});
