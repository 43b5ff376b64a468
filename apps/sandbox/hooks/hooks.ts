import { API_SECRET } from './signatures';

export const HOOK_VENDORS = ['twilio-sms', 'twilio-whatsapp', 'meta', 'social', 'api'] as const;
export type HookVendor = (typeof HOOK_VENDORS)[number];

/** Where a vendor's servers call, and what they sign with. */
export interface Hook {
  vendor: HookVendor;
  url: string;
  secret: string;
}

export type HookInput = { url: string; secret?: string };

export const TWILIO_TOKEN = 'sandbox-token';
export const META_APP_SECRET = 'sandbox-app-secret';

const secrets: Record<HookVendor, string> = {
  'twilio-sms': TWILIO_TOKEN,
  'twilio-whatsapp': TWILIO_TOKEN,
  meta: META_APP_SECRET,
  social: META_APP_SECRET,
  api: API_SECRET,
};

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** Like the vendors' own consoles, it outlives a reset of the shop. */
export class Hooks {
  private readonly byVendor = new Map<HookVendor, Hook>();

  set(vendor: HookVendor, { url, secret }: HookInput): Hook | null {
    if (!/^https?:$/.test(parsed(url)?.protocol ?? '')) return null;
    const hook = { vendor, url, secret: secret ?? secrets[vendor] };
    this.byVendor.set(vendor, hook);
    return hook;
  }

  get(vendor: HookVendor): Hook | null {
    return this.byVendor.get(vendor) ?? null;
  }

  remove(vendor: HookVendor): boolean {
    return this.byVendor.delete(vendor);
  }

  list(): Hook[] {
    return [...this.byVendor.values()];
  }

  /** The sandbox calls this machine and the hosts it was pointed at, and nobody else. */
  mayCall(url: string): boolean {
    const target = parsed(url);
    if (!target || !/^https?:$/.test(target.protocol)) return false;
    return LOOPBACK.includes(target.hostname) || this.list().some((hook) => parsed(hook.url)?.host === target.host);
  }
}
