import { describeCalendar } from './mime/calendar';
import { bodyOf, escape, type Segment, textOf } from './mime/body';
import type { FoundFile } from './mime/files';
import { fileOf } from './mime/files';
import type { Part } from './mime/part';
import { rtfToText } from './mime/rtf';
import { isTnef, unpackTnef } from './mime/tnef';
import { storable } from '../../vendor/storable';
import { readText } from './text/visible-text';

export interface Content {
  /** What was written this time, as a person sees it. */
  text: string;
  fullText: string;
  html: string | null;
  files: FoundFile[];
  hides: boolean;
}

const RTF = /^(?:text|application)\/(?:x-)?rtf$/;
const CALENDAR = /^(?:text\/calendar|application\/ics)$/;

/** What a mail says and brings along; every leaf ends in the text, in the HTML or in a file. */
export async function contentOfMail(root: Part, subject: string | null): Promise<Content> {
  const body = bodyOf(root);
  const files = body.rest.map(fileOf);
  const appointments = await calendarLines(body.rest);
  const segments = [...body.segments];
  for (const packed of files.filter((it) => isTnef(it.content))) {
    packed.contentType = 'application/ms-tnef';
    const inner = unpackTnef(packed.content);
    if (!inner) continue;
    files.push(...inner.files);
    if (inner.rtf)
      files.push({ filename: 'body.rtf', contentType: 'application/rtf', content: inner.rtf, contentId: null });
    if (saysNothing(segments)) segments.push(...tnefText(inner));
  }
  if (saysNothing(segments)) segments.push(...rtfTexts(files));

  const read = segments.map(({ plain, html }) => readText(plain, html, subject));
  const joined = (texts: string[]): string =>
    storable([...texts, ...appointments].filter((it) => it !== '').join('\n\n')).trim();
  const html = segments.some((it) => it.html !== null)
    ? storable(segments.map((it) => it.html ?? escape(it.plain ?? '')).join('\n'))
    : null;
  return {
    text: joined(read.map((it) => it.visible)),
    fullText: joined(read.map((it) => it.full)),
    html,
    files,
    hides: read.some((it) => it.hides),
  };
}

const saysNothing = (segments: Segment[]): boolean =>
  segments.every((it) => (it.plain ?? '').trim() === '' && (it.html ?? '').trim() === '');

function tnefText(inner: { text: string | null; html: string | null; rtf: Buffer | null }): Segment[] {
  if (inner.text !== null || inner.html !== null) return [{ plain: inner.text, html: inner.html }];
  return inner.rtf ? [{ plain: rtfToText(inner.rtf), html: null }] : [];
}

/** Some programs send nothing but RTF; the file stays beside its words. */
function rtfTexts(files: FoundFile[]): Segment[] {
  const only = files.find((it) => RTF.test(it.contentType) && it.filename === null);
  return only ? [{ plain: rtfToText(only.content), html: null }] : [];
}

async function calendarLines(parts: Part[]): Promise<string[]> {
  const described = new Map<string, string>();
  for (const part of parts.filter((it) => CALENDAR.test(it.type))) {
    for (const [uid, lines] of await describeCalendar(textOf(part))) described.set(uid, lines);
  }
  return [...described.values()];
}
