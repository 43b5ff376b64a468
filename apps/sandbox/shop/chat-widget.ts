import { createHmac, randomUUID } from 'node:crypto';
import { safe } from './page';

export interface WidgetSettings {
  /** Where the chat's script is: `https://…/widget.js`. */
  scriptUrl: string;
  key: string;
  /** What the shop signs its customers' identities with; null: it vouches for nobody. */
  secret: string | null;
}

const LIFE_SECONDS = 3_600;

/** The chat that the shop has on its page, if any. */
export class ChatWidget {
  constructor(
    private readonly clock: () => Date,
    private current: WidgetSettings | null,
  ) {}

  settings(): WidgetSettings | null {
    return this.current;
  }

  set(settings: WidgetSettings | null): void {
    this.current = settings;
  }

  /** A JWT (HS256) that says who the shop's visitor is; null without a secret. */
  identity(visitor: { name?: string; email: string }): string | null {
    if (!this.current?.secret) return null;
    const at = Math.floor(this.clock().getTime() / 1000);
    const { name, email } = visitor;
    const claims = { sub: email, email, name, iat: at, exp: at + LIFE_SECONDS, jti: randomUUID() };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', this.current.secret).update(signed).digest('base64url')}`;
  }
}

export function scriptTag(chat: ChatWidget, visitor: { name?: string; email: string } | null): string {
  const settings = chat.settings();
  if (!settings) return '';
  const identity = visitor && chat.identity(visitor);
  const proof = identity ? ` data-identity="${identity}"` : '';
  return `<script src="${safe(settings.scriptUrl)}" data-key="${safe(settings.key)}"${proof} async></script>`;
}

/** The shop's page lets the chat's own host in, and nothing inline from anybody. */
export function policyWith(settings: WidgetSettings | null): string | undefined {
  if (!settings) return undefined;
  const { origin, host, protocol } = new URL(settings.scriptUrl);
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  return [
    "default-src 'self'",
    `script-src 'self' ${origin}`,
    `style-src 'self' ${origin}`,
    `img-src 'self' data: blob: ${origin}`,
    `font-src 'self' ${origin}`,
    `connect-src 'self' ${origin} ${socket}`,
    `frame-src 'self' ${origin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
