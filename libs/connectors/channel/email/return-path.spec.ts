import { createHmac } from 'node:crypto';
import { newId } from '@satchel/kernel';
import { readReplyAddress, replyAddress } from './reply-address';
import { readReturnPath, returnPath } from './return-path';

const signer = (key: string) => (purpose: string, text: string) =>
  createHmac('sha256', `${key}${purpose}`).update(text).digest('hex');
const sign = signer('ours');
const messageId = newId();

describe('the return path of a message', () => {
  const path = returnPath(sign, 'support@fernhill.example', messageId) ?? '';

  it('is an address of the same mailbox that names the message, in any case of letters', () => {
    expect(path).toMatch(/^support\+b-[0-9a-z]+-[a-z2-7]{16}@fernhill\.example$/);
    expect(path.indexOf('@')).toBeLessThanOrEqual(64);
    expect(readReturnPath(sign, path)).toBe(messageId);
    expect(readReturnPath(sign, path.toUpperCase())).toBe(messageId);
  });

  it('is not believed when somebody else signed it, or when another message was swapped in', () => {
    expect(readReturnPath(signer('theirs'), path)).toBeNull();
    const other = returnPath(sign, 'support@fernhill.example', newId()) ?? '';
    expect(readReturnPath(sign, path.replace(/\+b-[^-]+/, /\+b-[^-]+/.exec(other)?.[0] ?? ''))).toBeNull();
  });

  it('is no reply address, and a reply address is no return path', () => {
    expect(readReplyAddress(sign, path.replace('+b-', '+r-'))).toBeNull();
    const reply = replyAddress(sign, 'support@fernhill.example', newId()) ?? '';
    expect(readReturnPath(sign, reply)).toBeNull();
    expect(readReturnPath(sign, reply.replace('+r-', '+b-'))).toBeNull();
  });

  it('is left out where the local part would be longer than mail allows', () => {
    expect(returnPath(sign, 'customer-happiness-department@fernhill.example', messageId)).toBeNull();
  });
});
