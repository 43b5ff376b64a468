import type { OrderBody } from '@satchel/contracts';
import { Clock, type Ctx, Secrets } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { randomInt, timingSafeEqual } from 'node:crypto';
import { identityOf } from '../tools/identity-of';
import { MAX_MISSES, tooManyMisses } from '../tools/misses';
import type { IdentityData } from '../tools/tool-data';
import type { Address, ToolBinding, ToolResult } from '../tools/tool';
import { CodeSender } from './code-sender.service';
import { IdentityQueries } from './identity.queries';
import { maskEmail } from './mask';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long a proof holds for messages of the same sender: a chat is over sooner than letters are. */
const HOLDS_MS = { live: 120 * MINUTE_MS, mail: 72 * 60 * MINUTE_MS };
const CODE_VALID_MS = 10 * MINUTE_MS;
const CODE_TRIES = 3;
/** Codes of one conversation: more are mail that somebody did not want. */
const CODES = 3;
/** Misses of one address in a day, whatever conversations it opens. */
const MISSES_OF_ADDRESS = 10;

/**
 * Who somebody is, proven in the conversation. A wrong guess and an order that does not exist answer alike, and what was
 * proven holds for that order's customer alone.
 */
@Injectable()
export class Identities {
  constructor(
    private readonly queries: IdentityQueries,
    private readonly sender: CodeSender,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** An order's number, with the mail address or the postcode that stands on it. */
  async verify(
    ctx: Ctx,
    binding: ToolBinding,
    { orderNumber, email, postcode }: { orderNumber: string; email?: string; postcode?: string },
  ): Promise<ToolResult> {
    const locked = await this.locked(ctx, binding);
    if (locked) return locked;
    const { orders, problems } = await binding.lookups.findOrders(ctx, { number: orderNumber });
    const hits = orders.filter((order) => fits(order, { email, postcode }));
    const [order] = hits;
    const address = order && addressOf(order);
    if (hits.length !== 1 || !address) {
      // A shop that is silent is silent for every number.
      if (problems.length > 0) return unavailable;
      return this.miss(ctx, binding, 'Order number and detail do not match');
    }
    await this.prove(ctx, binding, 2, 'order_match', [address]);
    return told(binding, { verified: true, sentTo: null }, 'Order number and detail match');
  }

  /** A code to the mail address that the shop has, never to one that was named here. */
  async sendCode(ctx: Ctx, binding: ToolBinding): Promise<ToolResult> {
    const locked = await this.locked(ctx, binding);
    if (locked) return locked;
    const email = await this.onFile(ctx, binding);
    if (!email) return told(binding, { verified: false, sentTo: null }, 'No address on file to send a code to');
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(this.clock.now().getTime() + CODE_VALID_MS).toISOString();
    const kept = await this.queries.keepCode(
      ctx,
      binding.ticketId,
      { hash: this.hash(binding, code), email, expiresAt },
      CODES,
    );
    if (!kept) return told(binding, { verified: false, sentTo: null }, 'Too many codes were sent');
    const sent = await this.sender.send(ctx, email, code, binding.language);
    if (!sent) return told(binding, { verified: false, sentTo: null }, 'There is no mail to send a code from');
    const sentTo = maskEmail(email);
    return told(binding, { verified: false, sentTo, triesLeft: CODE_TRIES }, `Sent a code to ${sentTo}`);
  }

  async checkCode(ctx: Ctx, binding: ToolBinding, { code }: { code: string }): Promise<ToolResult> {
    const locked = await this.locked(ctx, binding);
    if (locked) return locked;
    const kept = await this.queries.tryCode(ctx, binding.ticketId);
    const inTime = kept !== null && Date.parse(kept.expiresAt) > this.clock.now().getTime() && kept.tries <= CODE_TRIES;
    const same = kept !== null && timingSafeEqual(Buffer.from(kept.hash), Buffer.from(this.hash(binding, code)));
    if (kept && inTime && same) {
      await this.queries.forgetCode(ctx, binding.ticketId);
      await this.prove(ctx, binding, 3, 'one_time_code', [{ kind: 'email', value: kept.email }]);
      return told(binding, { verified: true, sentTo: null }, 'The code is right');
    }
    const triesLeft = inTime ? CODE_TRIES - kept.tries : 0;
    if (triesLeft <= 0) {
      if (kept) await this.queries.forgetCode(ctx, binding.ticketId);
      const missed = await this.miss(ctx, binding, 'The code is wrong or over');
      return { ...missed, data: { ...(missed.data as IdentityData), triesLeft: 0 } };
    }
    return told(binding, { verified: false, sentTo: null, triesLeft }, 'The code is wrong');
  }

  private async locked(ctx: Ctx, binding: ToolBinding): Promise<ToolResult | null> {
    const guesser = binding.destination?.value.toLowerCase();
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    if (guesser && (await this.queries.missesOf(ctx, guesser, since)) >= MISSES_OF_ADDRESS)
      binding.misses = Math.max(binding.misses, MAX_MISSES);
    return tooManyMisses(binding);
  }

  private async miss(ctx: Ctx, binding: ToolBinding, summary: string): Promise<ToolResult> {
    binding.misses += 1;
    await this.queries.missed(ctx, binding.ticketId, binding.destination?.value.toLowerCase() ?? null);
    return told(binding, { verified: false, sentTo: null }, summary);
  }

  private async prove(
    ctx: Ctx,
    binding: ToolBinding,
    level: 2 | 3,
    how: 'order_match' | 'one_time_code',
    addresses: Address[],
  ): Promise<void> {
    const known = binding.stepUp;
    const same = known !== null && known !== undefined && JSON.stringify(known.addresses) === JSON.stringify(addresses);
    if (!same || known.level < level) binding.stepUp = { level, addresses };
    const until = new Date(this.clock.now().getTime() + (binding.live ? HOLDS_MS.live : HOLDS_MS.mail));
    const whose = binding.destination?.value.toLowerCase() ?? '';
    await this.queries.prove(ctx, binding.ticketId, { level, how, for: whose, until, addresses });
  }

  /** Of the order that matched; else where this conversation's answers go, when the shop has orders of that address. */
  private async onFile(ctx: Ctx, binding: ToolBinding): Promise<string | null> {
    const proven = binding.stepUp?.addresses.find(({ kind }) => kind === 'email');
    if (proven) return proven.value.toLowerCase();
    const { destination } = binding;
    if (destination?.kind !== 'email') return null;
    const email = destination.value.trim().toLowerCase();
    const { orders } = await binding.lookups.findOrders(ctx, { email });
    return orders.some((order) => order.email?.trim().toLowerCase() === email) ? email : null;
  }

  /** Under this house's key and for this conversation: of no use to whoever reads the database. */
  private hash({ ticketId }: ToolBinding, code: string): string {
    return this.secrets.sign('one-time-code', `${ticketId}:${code}`);
  }
}

/** Everything that was named has to fit, and something has to be named. */
function fits(order: OrderBody, { email, postcode }: { email?: string; postcode?: string }): boolean {
  if (email === undefined && postcode === undefined) return false;
  const mail = email === undefined || order.email?.trim().toLowerCase() === email.trim().toLowerCase();
  const place = order.shippingAddress?.postcode ?? '';
  return mail && (postcode === undefined || (place !== '' && bare(place) === bare(postcode)));
}

const bare = (postcode: string): string => postcode.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

function addressOf({ email, phone }: OrderBody): Address | null {
  if (email?.trim()) return { kind: 'email', value: email.trim().toLowerCase() };
  return phone ? { kind: 'phone', value: phone } : null;
}

function told(
  binding: ToolBinding,
  data: Pick<IdentityData, 'verified' | 'sentTo'> & Partial<IdentityData>,
  summary: string,
): ToolResult {
  const triesLeft = Math.max(0, MAX_MISSES - binding.misses);
  const all: IdentityData = { assurance: identityOf(binding).level, triesLeft, ...data };
  return { ok: true, data: all, evidence: [], summary };
}

const unavailable: ToolResult = {
  ok: false,
  data: { error: 'This look-up is not available right now.' },
  evidence: [],
  summary: 'The shop did not answer',
};
