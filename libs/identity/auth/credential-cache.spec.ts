import { CredentialCache } from './credential-cache';
import { hashSecret } from './secret';

describe('the credential cache', () => {
  let now = 0;
  const clock = { now: () => new Date(now) };
  const hash = hashSecret('token');
  const identity = { workspaceId: 'w', actor: { kind: 'person' as const, id: 'p', name: 'Maya', role: 'agent' } };

  it('remembers an answer for less than five seconds', async () => {
    const cache = new CredentialCache(clock);
    await cache.fill(hash, async () => identity);
    now += 4_999;
    expect(cache.get(hash)).toBe(identity);
    now += 1;
    expect(cache.get(hash)).toBeNull();
  });

  it('never remembers that a credential is unknown', async () => {
    const cache = new CredentialCache(clock);
    await expect(cache.fill(hash, async () => null)).resolves.toBeNull();
    expect(cache.get(hash)).toBeNull();
  });

  it('forgets a dropped credential at once, even when it was being read', async () => {
    const cache = new CredentialCache(clock);
    await cache.fill(hash, async () => {
      cache.drop(hash);
      return identity;
    });
    expect(cache.get(hash)).toBeNull();
  });

  it('stays bounded and keeps what was used last', async () => {
    const cache = new CredentialCache(clock);
    const hashes = Array.from({ length: 10_001 }, (_, i) => hashSecret(String(i)));
    for (const each of hashes.slice(0, 10_000)) await cache.fill(each, async () => identity);
    cache.get(hashes[0] as Buffer);
    await cache.fill(hashes[10_000] as Buffer, async () => identity);
    expect(cache.get(hashes[0] as Buffer)).toBe(identity);
    expect(cache.get(hashes[1] as Buffer)).toBeNull();
  });
});
