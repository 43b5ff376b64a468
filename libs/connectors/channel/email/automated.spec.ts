import { whyAutomated, type Sender } from './automated';
import { Headers } from './headers';

const person: Sender = {
  from: 'anna@example.com',
  returnPath: 'anna@example.com',
  isOwnAddress: false,
  isOwnMessage: false,
};
const why = (header: string, sender: Partial<Sender> = {}): string | null =>
  whyAutomated(Headers.of(Buffer.from(`Subject: hi\r\n${header}\r\n\r\nbody`)), { ...person, ...sender });

describe('a mail written by a program', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (vacation)',
    'X-Auto-Response-Suppress: All',
    'X-Auto-Response-Suppress: DR, OOF, AutoReply',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'X-Precedence: list',
    'List-Id: <news.example.com>',
    'List-Unsubscribe: <mailto:u@example.com>',
    'List-Post: NO',
    'X-Autoreply: yes',
    'X-Autorespond: yes',
    'X-AutoResponder: yes',
    'X-Auto-Generated: 1',
    'X-Loop: shop',
    'Delivered-To: Autoresponder',
    'Feedback-ID: 1:bulk:example',
    'Return-Path: <>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
  ])('is known by %s', (header) => expect(why(header)).not.toBeNull());

  it.each([
    'mailer-daemon@example.com',
    'postmaster@example.com',
    'no-reply@example.com',
    'noreply@example.com',
    'donotreply@example.com',
    'do-not-reply@example.com',
    'bounce+17@example.com',
    'shop-noreply@example.com',
    'notifications@example.com',
  ])('is known by its sender %s', (from) => expect(why('', { from })).not.toBeNull());

  it('is known by the null sender of its envelope, by our own address and by our own id', () => {
    expect(why('', { returnPath: '' })).not.toBeNull();
    expect(why('', { isOwnAddress: true })).not.toBeNull();
    expect(why('', { isOwnMessage: true })).not.toBeNull();
  });
});

describe('a mail written by a person', () => {
  it.each([
    'Auto-Submitted: no',
    'Auto-Submitted: No',
    'X-Auto-Response-Suppress: none',
    'Precedence: first-class',
    'Importance: high',
    'X-Mailer: bulkmail',
  ])('is left alone with %s', (header) => expect(why(header)).toBeNull());
  it.each([
    'norbert@example.com',
    'abuseful@example.com',
    'rootbeer@example.com',
    'anna.bounceback@example.com',
    'trooter@noreply.example',
  ])('is left alone when it is from %s', (from) => expect(why('', { from })).toBeNull());
});
