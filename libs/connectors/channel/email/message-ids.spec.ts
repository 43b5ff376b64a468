import { createHmac } from 'node:crypto';
import { newId } from '@satchel/kernel';
import {
  fromBase36,
  normaliseId,
  ownMessageId,
  readOwnMessageId,
  splitIds,
  syntheticId,
  toBase36,
} from './message-ids';
import { readReplyAddress, replyAddress } from './reply-address';

const signer = (key: string) => (purpose: string, text: string) =>
  createHmac('sha256', `${key}${purpose}`).update(text).digest('hex');
const sign = signer('ours');
const message = { ticketId: newId(), messageId: newId() };

describe('our own Message-IDs', () => {
  it('are the same for each try, name their ticket, and fit a header line', () => {
    const id = ownMessageId(sign, message, 'fernhill.example');
    expect(id).toBe(ownMessageId(sign, message, 'fernhill.example'));
    expect(readOwnMessageId(sign, id)).toEqual(message);
    expect(id.length).toBeLessThan(120);
  });

  it('survive a system that changes their case', () => {
    expect(readOwnMessageId(sign, ownMessageId(sign, message, 'fernhill.example').toUpperCase())).toEqual(message);
  });

  it('are not believed when somebody else signed them, or when a ticket was swapped in', () => {
    const id = ownMessageId(sign, message, 'fernhill.example');
    expect(readOwnMessageId(signer('theirs'), id)).toBeNull();
    const other = ownMessageId(sign, { ...message, ticketId: newId() }, 'fernhill.example');
    const swapped = [other.split('.')[0], ...id.split('.').slice(1)].join('.');
    expect(readOwnMessageId(sign, swapped)).toBeNull();
  });

  it.each(['', 'CAF=abc@mail.gmail.com', 't.x.y@z', 't1.2.0000000000000000@x'])('are not seen in %j', (id) => {
    expect(readOwnMessageId(sign, id)).toBeNull();
  });

  it('keep every UUID, even one that starts with zeros', () => {
    for (const uuid of ['00000000-0000-0000-0000-000000000001', 'ffffffff-ffff-ffff-ffff-ffffffffffff', newId()]) {
      expect(fromBase36(toBase36(uuid))).toBe(uuid);
    }
  });
});

describe('reply addresses', () => {
  it('name their ticket and survive upper case', () => {
    const address = replyAddress(sign, 'support@fernhill.example', message.ticketId);
    expect(address).toMatch(/^support\+r-[0-9a-z]+-[a-z2-7]{16}@fernhill\.example$/);
    expect(readReplyAddress(sign, (address ?? '').toUpperCase())).toBe(message.ticketId);
    expect(readReplyAddress(signer('theirs'), address ?? '')).toBeNull();
  });

  it('are left out where the local part would be longer than mail allows', () => {
    expect(replyAddress(sign, 'customer-happiness-department@fernhill.example', message.ticketId)).toBeNull();
  });
});

describe('ids of others', () => {
  it.each([
    ['<a@b>', 'a@b'],
    ['  <A@b>  ', 'A@b'],
    ['a@b', 'a@b'],
    ['<a b@c>', 'a b@c'],
    ['<<a@b>>', 'a@b'],
    ['<a\u0000@b>', 'a @b'],
    ['<>', null],
    ['   ', null],
    [null, null],
  ])('%j counts as %j', (raw, id) => expect(normaliseId(raw)).toBe(id));

  it('are found in a header however it is written', () => {
    expect(splitIds('<a@b> <c@d>\t<e@f>')).toEqual(['a@b', 'c@d', 'e@f']);
    expect(splitIds('<a@b>,<c@d>')).toEqual(['a@b', 'c@d']);
    expect(splitIds('a@b c@d')).toEqual(['a@b', 'c@d']);
    expect(splitIds(' <> , ')).toEqual([]);
  });

  it('are made of the content where there is none: the same mail gets the same one', () => {
    const parts = { date: 'now', from: 'a', to: 'b', subject: 'c', body: Buffer.from('d') };
    expect(syntheticId(parts)).toBe(syntheticId({ ...parts, body: Buffer.from('d') }));
    expect(syntheticId(parts)).not.toBe(syntheticId({ ...parts, body: Buffer.from('e') }));
    expect(syntheticId(parts)).toMatch(/@synthetic\.local$/);
  });
});
