import { createHmac } from 'node:crypto';
import { newId } from '@satchel/kernel';
import { readThreadIndex, threadIndex } from './thread-index';

const signer = (key: string) => (purpose: string, text: string) =>
  createHmac('sha256', `${key}${purpose}`).update(text).digest('hex');
const sign = signer('ours');
const ticketId = newId();
const bytes = (index: string): Buffer => Buffer.from(index, 'base64');

describe('the Thread-Index', () => {
  const messageId = newId();
  const index = threadIndex(sign, { ticketId, messageId });
  /** Eight bits tell steps of one moment apart; these two differ in them. */
  const later = messageId.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));

  it('has the same conversation for each message of a ticket, and a step of its own for each', () => {
    const next = threadIndex(sign, { ticketId, messageId: later });
    expect(bytes(next).subarray(0, 22)).toEqual(bytes(index).subarray(0, 22));
    expect(next).not.toBe(index);
    const other = threadIndex(sign, { ticketId: newId(), messageId: newId() });
    expect(bytes(other).subarray(6, 22)).not.toEqual(bytes(index).subarray(6, 22));
  });

  it('has the form that Outlook reads: 22 bytes, the first one 1, and blocks of 5', () => {
    expect(bytes(index)[0]).toBe(1);
    expect((bytes(index).length - 22) % 5).toBe(0);
    // The time in the header is when the ticket was opened, to some milliseconds.
    const ticks = Buffer.concat([bytes(index).subarray(0, 6), Buffer.alloc(2)]).readBigUInt64BE();
    expect(Math.abs(Number(ticks / 10_000n - 11_644_473_600_000n) - Date.now())).toBeLessThan(60_000);
  });

  it('is the same for each try', () => {
    const message = { ticketId, messageId: newId() };
    expect(threadIndex(sign, message)).toBe(threadIndex(sign, message));
  });

  it('names its ticket when it comes back with more steps and folded', () => {
    const answered = Buffer.concat([bytes(index), Buffer.from([1, 2, 3, 4, 5])]).toString('base64');
    expect(readThreadIndex(sign, answered)).toBe(ticketId);
    expect(readThreadIndex(sign, `${answered.slice(0, 20)}\r\n ${answered.slice(20)}`)).toBe(ticketId);
  });

  it('is not believed without our signature', () => {
    expect(readThreadIndex(signer('theirs'), index)).toBeNull();
    expect(readThreadIndex(sign, bytes(index).subarray(0, 22).toString('base64'))).toBeNull();
    for (const junk of ['', '%%%', 'AQ==', Buffer.alloc(27, 1).toString('base64')])
      expect(readThreadIndex(sign, junk)).toBeNull();
  });
});
