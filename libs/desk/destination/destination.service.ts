import { type Channel, Channels } from '@satchel/connectors';
import type { DestinationOptionBody } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DestinationQueries, type WayRow } from './destination.queries';

const HOUR_MS = 60 * 60_000;

export interface Route {
  connectionId: string;
  address: string;
}

/** What a reply wants to carry, as far as channels differ about it. */
export interface Cargo {
  text: string;
  files: number;
  cc: readonly string[];
  choices: readonly string[];
  template: boolean;
}

export type RouteRefusal =
  | 'unknown_destination'
  | 'window_closed'
  | 'address_blocked'
  | 'too_long'
  | 'no_files'
  | 'no_copies'
  | 'no_choices'
  | 'no_templates';

export type Routed =
  /** `route` null: the ticket's own way, and nothing stands against it. */
  { ok: true; route: Route | null } | { ok: false; code: RouteRefusal | 'not_found'; message: string };

/** Where an answer can go, and whether it may: decided by traits, never by a channel's name. */
@Injectable()
export class DestinationService {
  constructor(
    private readonly channels: Channels,
    private readonly queries: DestinationQueries,
    private readonly clock: Clock,
  ) {}

  /** Null: no such ticket. */
  async options(ctx: Ctx, ticketId: string): Promise<DestinationOptionBody[] | null> {
    const ways = await this.queries.ways(ctx, ticketId);
    if (!ways) return null;
    const channels = new Map((await this.channels.list(ctx)).map((it) => [it.connectionId, it]));
    return ways.flatMap((way) => {
      const channel = channels.get(way.connectionId);
      return channel && leadsThere(channel, way) ? [this.option(channel, way)] : [];
    });
  }

  /** Checks a reply against its destination before anything is written: a vendor would refuse it minutes later. */
  async route(ctx: Ctx, ticketId: string, to: Route | null, cargo: Cargo, toClaimed = false): Promise<Routed> {
    const simple = !to && !cargo.template && cargo.cc.length === 0 && cargo.choices.length === 0;
    if (simple && (await this.channels.list(ctx)).every(takesAnything)) return { ok: true, route: null };

    const options = await this.options(ctx, ticketId);
    if (!options) return refused('not_found', 'This ticket does not exist in your workspace.');
    const chosen =
      options.find((it) => (to ? it.connectionId === to.connectionId && it.address === to.address : it.current)) ??
      (to && toClaimed ? await this.claimed(ctx, to) : undefined);
    if (!chosen) {
      if (!to) return { ok: true, route: null };
      return refused(
        'unknown_destination',
        'This is not a way to reach the customer of this ticket. GET /tickets/:id/destinations lists them.',
      );
    }
    return (
      refusalOf(chosen, cargo) ?? { ok: true, route: { connectionId: chosen.connectionId, address: chosen.address } }
    );
  }

  /** An address that the customer gave and nobody proved. Whether it asked for silence is asked when the message leaves. */
  private async claimed(ctx: Ctx, { connectionId, address }: Route): Promise<DestinationOptionBody | undefined> {
    const channel = await this.channels.of(ctx, connectionId);
    const way = { connectionId, address, kind: channel?.traits.addressKind ?? null, verified: false, current: false };
    if (!channel) return undefined;
    return this.option(channel, { ...way, lastInboundAt: null, blockedReason: null, blockedAt: null });
  }

  private option(channel: Channel, way: WayRow): DestinationOptionBody {
    const { traits } = channel;
    return {
      connectionId: channel.connectionId,
      channel: channel.connectorId,
      label: channel.label,
      address: way.address,
      addressKind: way.kind ?? traits.addressKind,
      verified: way.verified,
      current: way.current,
      traits,
      window: traits.replyWindowHours === null ? null : this.windowOf(way.lastInboundAt, traits.replyWindowHours),
      blocked:
        way.blockedReason && way.blockedAt ? { reason: way.blockedReason, at: way.blockedAt.toISOString() } : null,
    };
  }

  private windowOf(lastInboundAt: Date | null, hours: number): { open: boolean; closesAt: string | null } {
    const closesAt = lastInboundAt ? lastInboundAt.getTime() + hours * HOUR_MS : 0;
    const open = closesAt > this.clock.now().getTime();
    return { open, closesAt: open ? new Date(closesAt).toISOString() : null };
  }
}

/** A mail address over a mail channel; ids that only one network knows, over the connection they wrote to. */
function leadsThere({ traits }: Channel, way: WayRow): boolean {
  if (way.current) return true;
  if (way.kind !== traits.addressKind) return false;
  return way.kind === 'email' || way.kind === 'phone' || way.lastInboundAt !== null;
}

const takesAnything = ({ traits }: Channel): boolean =>
  traits.maxChars === null && traits.replyWindowHours === null && traits.files && traits.threads === 'ids';

function refusalOf({ traits, window, blocked, label }: DestinationOptionBody, cargo: Cargo): Routed | null {
  if (blocked) {
    const why =
      blocked.reason === 'opted_out' ? 'The customer asked not to be written to here.' : 'Mail to it came back.';
    return refused('address_blocked', `Nothing is sent to this address over ${label}. ${why}`);
  }
  if (cargo.template && !traits.templates) return refused('no_templates', `${label} knows no templates.`);
  if (window && !window.open && !cargo.template) {
    const hint = traits.templates ? 'Send an approved template, or' : 'You can';
    return refused(
      'window_closed',
      `The customer wrote here more than ${traits.replyWindowHours} hours ago or never, so free text is not allowed. ${hint} use another channel.`,
    );
  }
  if (traits.maxChars !== null && [...cargo.text].length > traits.maxChars)
    return refused(
      'too_long',
      `${label} takes at most ${traits.maxChars} characters in one message. Shorten it, or send two.`,
    );
  if (cargo.files > 0 && !traits.files) return refused('no_files', `${label} carries no files.`);
  if (traits.maxFiles !== null && cargo.files > traits.maxFiles)
    return refused('no_files', `${label} carries at most ${traits.maxFiles} files in one message.`);
  if (cargo.cc.length > 0 && !traits.copies) return refused('no_copies', `${label} cannot copy others in.`);
  if (cargo.choices.length > traits.choices)
    return refused('no_choices', `${label} offers at most ${traits.choices} answers as buttons.`);
  return null;
}

const refused = (code: RouteRefusal | 'not_found', message: string): Routed => ({ ok: false, code, message });
