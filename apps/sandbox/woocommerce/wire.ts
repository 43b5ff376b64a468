import type { Cents } from '../seed/world.types';

export const PREFIX = '/woocommerce';
export const CONSUMER_KEY = 'ck_sandbox';
export const CONSUMER_SECRET = 'cs_sandbox';

export type Fields = Record<string, unknown>;
export type Query = Record<string, string | undefined>;

/** As WordPress words a refusal: `{code, message, data: {status}}`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly params?: Record<string, string>,
  ) {
    super(message);
  }

  body(): Fields {
    const { status, params } = this;
    return { code: this.code, message: this.message, data: { status, ...(params && { params }) } };
  }
}

export const decimal = (cents: Cents): string => (cents / 100).toFixed(2);
export const cents = (value: unknown): Cents => Math.round(Number(value) * 100);

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Instants come in UTC without a zone; `siteTime` is the same in the shop's own. */
export const gmt = (at: Date): string => at.toISOString().slice(0, 19);
export const siteTime = (at: Date): string => local.format(at).replace(' ', 'T');

/** A moment that a client named: with a zone as it says, else UTC. */
export function moment(text: string): Date | null {
  const at = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The tax within a gross amount. */
export const netOf = (gross: Cents, rate: number): Cents => Math.round(gross / (1 + rate / 100));

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
