import { isoSeconds } from '../seed/clock';
import { ACCOUNT, newSid } from './account';

export interface Content {
  sid: string;
  friendly_name: string;
  language: string;
  variables: Record<string, string>;
  types: Record<string, { body?: string; actions?: { title: string; id?: string }[] }>;
  date_created: string;
  date_updated: string;
  approval: { name: string; category: string; status: string } | null;
}

/** Ids that stay the same over every start, so that a template can be named in a test. */
const seedSid = (number: number) => `HX${String(number).padStart(32, '5a4d')}`;

function seeded(at: Date): Content[] {
  const row = (number: number, name: string, language: string, body: string, status: string, names: string[]) => ({
    sid: seedSid(number),
    friendly_name: name,
    language,
    variables: Object.fromEntries(names.map((value, index) => [String(index + 1), value])),
    types: { 'twilio/text': { body } },
    date_created: isoSeconds(at),
    date_updated: isoSeconds(at),
    approval: { name, category: 'UTILITY', status },
  });
  return [
    row(1, 'order_update', 'en', 'Hello {{1}}, there is news about your order {{2}}.', 'approved', ['Anna', '#1001']),
    row(2, 'delivery_delay', 'de', 'Deine Bestellung {{1}} kommt leider etwas später an.', 'approved', ['#1001']),
    row(3, 'feedback_request', 'en', 'How did we do, {{1}}?', 'pending', ['Anna']),
  ];
}

export class Contents {
  private contents: Content[] = [];

  constructor(private readonly clock: () => Date) {
    this.reset();
  }

  reset(): void {
    this.contents = seeded(this.clock());
  }

  list(): Content[] {
    return this.contents;
  }

  find(sid: string): Content | undefined {
    return this.contents.find((content) => content.sid === sid);
  }

  add(given: Pick<Content, 'friendly_name' | 'language' | 'variables' | 'types'>): Content {
    const at = isoSeconds(this.clock());
    const content = { sid: newSid('HX'), ...given, date_created: at, date_updated: at, approval: null };
    this.contents.push(content);
    return content;
  }

  remove(sid: string): boolean {
    const left = this.contents.filter((content) => content.sid !== sid);
    const removed = left.length < this.contents.length;
    this.contents = left;
    return removed;
  }

  /** The template's words with its blanks filled; null: the variables are no JSON object of strings. */
  fill(sid: string, variables: string | null): string | null {
    const content = this.find(sid);
    const body = Object.values(content?.types ?? {}).find((type) => type.body !== undefined)?.body ?? '';
    let values: Record<string, unknown> = {};
    try {
      if (variables) values = JSON.parse(variables) as Record<string, unknown>;
    } catch {
      return null;
    }
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return null;
    if (Object.values(values).some((value) => typeof value !== 'string')) return null;
    const filled = { ...content?.variables, ...(values as Record<string, string>) };
    return body.replace(/\{\{(\w+)\}\}/g, (blank, name: string) => filled[name] ?? blank);
  }

  /** The quick replies below it. */
  choices(sid: string): { id: string; title: string }[] {
    const actions = Object.values(this.find(sid)?.types ?? {}).flatMap((type) => type.actions ?? []);
    return actions.map(({ id, title }) => ({ id: id ?? title, title }));
  }

  approved(sid: string): boolean {
    return this.find(sid)?.approval?.status === 'approved';
  }
}

export function contentView({ approval: _approval, ...content }: Content, base: string) {
  const url = `${base}/v1/Content/${content.sid}`;
  return {
    ...content,
    account_sid: ACCOUNT.sid,
    url,
    links: { approval_create: `${url}/ApprovalRequests/whatsapp`, approval_fetch: `${url}/ApprovalRequests` },
  };
}

export function approvalView({ approval, types }: Content) {
  return {
    name: approval?.name ?? '',
    category: approval?.category ?? '',
    content_type: Object.keys(types)[0] ?? '',
    status: approval?.status ?? 'unsubmitted',
    rejection_reason: '',
    allow_category_change: true,
  };
}
