import type { AccessToken } from './access-token';

/** One call with a short-lived token; a token that was withdrawn before its time is replaced once. */
export async function withToken(token: AccessToken, call: (value: string) => Promise<Response>): Promise<Response> {
  const value = await token.get();
  const response = await call(value);
  if (response.status !== 401) return response;
  await response.body?.cancel();
  token.refused(value);
  return call(await token.get());
}
