import type { Problem } from '@satchel/contracts';

const PREFIX = '/api/v1';

/** A refusal in the server's own words; `code` is stable, `message` is for people. Status 0: no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly requestId: string | null = null,
    /** The whole refusal, for what it brings along besides words. */
    readonly problem: object | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

let signedOut: () => void = () => undefined;
/** Called when the server no longer knows our session. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

type Query = Record<string, string | number | null | undefined>;

export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

async function request<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(PREFIX + path, {
    method,
    credentials: 'same-origin',
    signal,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'unreachable', 'The server does not answer. Nothing was lost; try again in a moment.');
  });
  if (!response.ok) throw await refusal(response, path);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function refusal(response: Response, path: string): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  // A wrong password is also a 401, and no reason to throw the visitor out.
  if (response.status === 401 && path !== '/sessions') signedOut();
  const fields = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const message = problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`;
  return new ApiError(response.status, problem?.code ?? 'error', message, fields, problem?.requestId ?? null, problem);
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, undefined, signal),
  post: <T>(path: string, body?: unknown) => request<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, body),
  delete: <T = void>(path: string) => request<T>('DELETE', path),
};

/** Where a file lies for some minutes, without signing in: the address that its own one leads to. */
export async function signedAddress(url: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin', signal });
  // Only where it led matters; whoever shows it asks for the bytes.
  await response.body?.cancel();
  if (!response.ok) throw new ApiError(response.status, 'error', `The server answered ${response.status}.`);
  return response.url;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The request failed.';
}
