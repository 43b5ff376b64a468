/** Every list answers in this shape; `nextCursor` is null on the last page. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** RFC 9457 problem details; `errors` names the fields that were refused. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: { field: string; message: string }[];
}

/** Money in integer minor units (cents) with its ISO 4217 code, never a float. */
export interface Money {
  amount: number;
  currency: string;
}

export const ROLES = ['agent', 'lead', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export type AuthorKind = 'customer' | 'person' | 'ai' | 'api' | 'system';

export interface Author {
  kind: AuthorKind;
  id: string | null;
  name: string;
}
