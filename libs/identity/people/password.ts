import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id minimum (19 MiB, two passes, one lane): about 75 ms on a small machine. */
const ARGON2ID = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is right. Without a stored hash (an unknown address) it does the same work against a decoy,
 * so that the time taken does not tell which addresses have an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (stored !== null) return verify(stored, password);
  decoy ??= hashPassword('nobody has this password');
  await verify(await decoy, password);
  return false;
}
