import { hashPassword, verifyPassword } from './password';

describe('passwords', () => {
  it('are stored as argon2id with 19 MiB, two passes and one lane', async () => {
    await expect(hashPassword('correct horse')).resolves.toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('pass only when they are right', async () => {
    const stored = await hashPassword('correct horse');
    await expect(verifyPassword(stored, 'correct horse')).resolves.toBe(true);
    await expect(verifyPassword(stored, 'Correct horse')).resolves.toBe(false);
  });

  it('cost comparable work when the address is unknown', async () => {
    const stored = await hashPassword('correct horse');
    const timed = async (hash: string | null) => {
      const start = process.hrtime.bigint();
      await verifyPassword(hash, 'wrong');
      return Number(process.hrtime.bigint() - start);
    };
    await timed(null); // makes the decoy
    const fastest = async (hash: string | null) => Math.min(await timed(hash), await timed(hash), await timed(hash));
    expect(await fastest(null)).toBeGreaterThan((await fastest(stored)) * 0.4);
  });
});
