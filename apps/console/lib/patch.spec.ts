import type { DraftBody, EventBody, MessageBody, TicketBody } from '@satchel/contracts';
import { type Pages, patchDrafts, patchMessagePages, patchTicketPages } from './patch';
import type { TicketFilter } from './ticket-filter';

const ME = 'me';
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();

function ticket(id: string, minute: number, change: Partial<TicketBody> = {}): TicketBody {
  return {
    id,
    number: 1,
    subject: id,
    status: 'open',
    channel: 'email',
    connectionId: null,
    customer: { id: 'c', name: 'Anna', address: null },
    assignee: null,
    tags: [],
    aiState: 'none',
    preview: '',
    lastMessageAt: at(minute),
    lastMessageDirection: 'inbound',
    waitingSince: null,
    messageCount: 1,
    version: 1,
    createdAt: at(0),
    updatedAt: at(minute),
    ...change,
  };
}
function message(id: string, minute: number, change: Partial<MessageBody> = {}): MessageBody {
  return {
    id,
    ticketId: 't',
    direction: 'inbound',
    kind: 'reply',
    author: { kind: 'customer', id: null, name: 'Anna' },
    text: id,
    attachments: [],
    deliveryStatus: null,
    deliveryError: null,
    clientId: null,
    createdAt: at(minute),
    ...change,
  };
}
const draft = (id: string, version: number, text = id): DraftBody => ({
  id,
  ticketId: 't',
  author: { kind: 'person', id: ME, name: 'Maya' },
  text,
  version,
  updatedAt: at(version),
  turnId: null,
});
const pages = <T>(lists: T[][], nextCursor: string | null = null): Pages<T> => ({
  pages: lists.map((data, index) => ({ data, nextCursor: index === lists.length - 1 ? nextCursor : 'more' })),
  pageParams: lists.map(() => null),
});
const idsOf = (data: Pages<{ id: string }>): string[] => data.pages.flatMap((page) => page.data.map((row) => row.id));
const all: TicketFilter = { view: 'all', q: '', tag: '' };

describe('a list that tickets change under', () => {
  it('moves a ticket to the top when something is said on it', () => {
    const list = pages([[ticket('b', 2), ticket('a', 1)]]);
    expect(idsOf(patchTicketPages(list, [ticket('a', 3, { version: 2 })], all, ME))).toEqual(['a', 'b']);
  });

  it('shows a new ticket at once, and once', () => {
    const list = pages([[ticket('a', 1)]]);
    const twice = patchTicketPages(patchTicketPages(list, [ticket('n', 5)], all, ME), [ticket('n', 5)], all, ME);
    expect(idsOf(twice)).toEqual(['n', 'a']);
  });

  it('takes a ticket out of a view that it left', () => {
    const list = pages([[ticket('a', 1)]]);
    const resolved = ticket('a', 1, { status: 'resolved', version: 2 });
    expect(idsOf(patchTicketPages(list, [resolved], { ...all, view: 'unassigned' }, ME))).toEqual([]);
  });

  it('brings a ticket into "mine" when it is assigned to me', () => {
    const mine = ticket('a', 1, { assignee: { id: ME, name: 'Maya' } });
    expect(idsOf(patchTicketPages(pages<TicketBody>([[]]), [mine], { ...all, view: 'mine' }, ME))).toEqual(['a']);
  });

  it('does not paint an older state over a newer one', () => {
    const list = pages([[ticket('a', 1, { version: 5, subject: 'newer' })]]);
    const patched = patchTicketPages(list, [ticket('a', 1, { version: 4, subject: 'older' })], all, ME);
    expect(patched.pages[0]?.data[0]?.subject).toBe('newer');
  });

  it('leaves what sorts below the loaded rows to its own page', () => {
    const list = pages([[ticket('b', 9), ticket('a', 5)]], 'more');
    expect(idsOf(patchTicketPages(list, [ticket('old', 1)], all, ME))).toEqual(['b', 'a']);
  });

  it('changes search results in place and guesses no new ones', () => {
    const list = pages([[ticket('a', 1)]]);
    const patched = patchTicketPages(list, [ticket('a', 2, { version: 2 }), ticket('n', 3)], { ...all, q: 'x' }, ME);
    expect(idsOf(patched)).toEqual(['a']);
  });
});

describe('a thread that messages arrive in', () => {
  it('puts a message where its time says, though it came late', () => {
    const thread = pages([[message('a', 1), message('c', 3)]]);
    expect(idsOf(patchMessagePages(thread, [message('b', 2)]))).toEqual(['a', 'b', 'c']);
  });

  it('shows the same message once, in its newest state', () => {
    const thread = pages([[message('a', 1, { deliveryStatus: 'queued' })]]);
    const patched = patchMessagePages(thread, [message('a', 1, { deliveryStatus: 'sent' })]);
    expect(patched.pages[0]?.data.map((row) => row.deliveryStatus)).toEqual(['sent']);
  });

  it('leaves a message of an unread older page to that page', () => {
    const thread = pages([[message('b', 5)]], 'older');
    expect(idsOf(patchMessagePages(thread, [message('a', 1)]))).toEqual(['b']);
  });
});

describe('drafts of a ticket', () => {
  const gone = { type: 'draft.discarded', payload: { ticketId: 't', draftId: 'a' } } as EventBody;

  it('lose one that was discarded', () => {
    const page = { data: [draft('a', 1), draft('b', 1)], nextCursor: null };
    expect(patchDrafts(page, 't', [], [gone]).data.map((row) => row.id)).toEqual(['b']);
  });

  it('keep the newer text when an older one arrives late', () => {
    const page = { data: [draft('a', 3, 'new')], nextCursor: null };
    expect(patchDrafts(page, 't', [draft('a', 2, 'old')], []).data[0]?.text).toBe('new');
  });
});
