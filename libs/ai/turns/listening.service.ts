import { CommerceService } from '@satchel/commerce';
import type { MessageBody } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { addressFrom, assuranceOf } from '../identity/assurance';
import { identityOf } from '../tools/identity-of';
import type { ToolBinding } from '../tools/tool';
import type { Conversation, StepUpRow } from './conversation.queries';
import { ConversationQueries } from './conversation.queries';
import type { Heard } from './customers-word.service';
import { openMessages, requestText } from './request';
import type { MessageSender } from './sender.queries';
import { SenderQueries } from './sender.queries';
import type { Scene } from './turn.queries';

/** What a turn listens to. */
export interface Listened {
  heard: Heard;
  binding: ToolBinding;
  /** What customer and shop said to each other, without what others wrote in between. */
  said: MessageBody[];
  request: string;
  /** Only somebody else wrote: they are told nothing new, steer nothing and confirm nothing. */
  stranger: boolean;
}

/** Who says what on a ticket: the customer's own words are told from those of others in the thread. */
@Injectable()
export class Listening {
  constructor(
    private readonly conversations: ConversationQueries,
    private readonly senders: SenderQueries,
    private readonly commerce: CommerceService,
    private readonly clock: Clock,
  ) {}

  async to(ctx: Ctx, scene: Scene, said: MessageBody[], live: boolean): Promise<Listened> {
    const open = openMessages(said);
    const [conversation, senders] = await Promise.all([
      this.conversations.of(ctx, scene.ticketId),
      this.senders.of(
        ctx,
        open.map(({ id }) => id),
      ),
    ]);
    const address = scene.customerAddress?.trim().toLowerCase() ?? null;
    const isOwn = ({ id }: MessageBody): boolean => {
      const from = senders.get(id)?.from ?? null;
      return from === null || address === null || from === address;
    };
    const own = open.filter(isOwn);
    const stranger = own.length === 0;
    const kept = stranger ? said : said.filter((message) => !open.includes(message) || isOwn(message));
    const wrote = (stranger ? open : own).flatMap(({ id }) => senders.get(id) ?? []);
    const binding = { ...this.binding(scene, conversation, wrote, stranger), live };
    const heard: Heard = {
      ticketId: scene.ticketId,
      customerId: scene.customerId,
      customerName: scene.customerName,
      destination: binding.destination,
      conversation,
      said,
      open: own,
      senders,
      identity: identityOf(binding),
      live,
    };
    return { heard, binding, said: kept, request: requestText(scene.subject, kept), stranger };
  }

  /** As sure as the least sure of the messages that are answered together. */
  private binding(
    scene: Scene,
    conversation: Conversation,
    wrote: readonly MessageSender[],
    stranger: boolean,
  ): ToolBinding {
    const destination = addressFrom(scene.customerAddress);
    const proven = wrote.every((sender) => sender.proven);
    const from = wrote.at(-1)?.from ?? null;
    const stepUp = !stranger && proven ? this.heldBy(conversation.stepUp, from ?? destination?.value ?? '') : null;
    return {
      ticketId: scene.ticketId,
      customerId: scene.customerId,
      destination,
      assurance: assuranceOf({
        destination,
        from,
        senderAuthenticated: proven && from !== null,
        verified: scene.verified,
      }),
      verifiedAddresses: scene.verified,
      lookups: this.commerce,
      now: () => this.clock.now(),
      misses: scene.misses + conversation.guesses,
      disclosed: new Map(),
      stepUp,
      proposed: null,
    };
  }

  private heldBy(stepUp: StepUpRow | null, from: string): ToolBinding['stepUp'] {
    if (!stepUp || stepUp.for !== from.toLowerCase() || stepUp.until <= this.clock.now()) return null;
    return { level: stepUp.level, addresses: stepUp.addresses };
  }
}
