/** A random id. `crypto.randomUUID` is missing on plain http, where many self-hosted desks live. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
