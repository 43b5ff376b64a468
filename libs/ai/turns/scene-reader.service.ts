import { Injectable } from '@nestjs/common';
import { Channels } from '@satchel/connectors';
import { MessageQueries } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { Clock } from '@satchel/kernel';
import { NO_MEMORY } from '../conversation/memory';
import type { ReadSettings } from '../settings/ai-settings.service';
import type { Detector, Language } from '../text/language';
import type { Ground } from './ground';
import { Listening, type Listened } from './listening.service';
import { type Meaning, Meanings } from './meanings.service';
import { languageBefore, languageOf } from './prior-language';
import { saidIn } from './request';
import { ShopHosts } from './shop-hosts.service';
import type { Scene } from './turn.queries';

/** Messages of the thread that a turn looks at. */
const THREAD = 40;

/** A ticket as a turn found it: who said what, what it means, and what a reply may rest on. */
export interface ReadScene {
  scene: Scene;
  listened: Listened;
  meaning: Meaning;
  /** The language that they wrote in before, or that they are known to read. */
  prior: Language | null;
  detect: Detector;
  /** A channel of short messages, without a subject. */
  brief: boolean;
  /** The channel says itself who writes, so that the words need not. */
  labelled: boolean;
  ground: Ground;
}

/** Reads a ticket once for its turn. */
@Injectable()
export class SceneReader {
  constructor(
    private readonly messages: MessageQueries,
    private readonly channels: Channels,
    private readonly listening: Listening,
    private readonly meanings: Meanings,
    private readonly hosts: ShopHosts,
    private readonly clock: Clock,
  ) {}

  async read(ctx: Ctx, scene: Scene, { shop, signature }: ReadSettings): Promise<ReadScene> {
    const thread = (await this.messages.thread(ctx, scene.ticketId, { limit: THREAD })).data;
    const channel = scene.connectionId ? await this.channels.of(ctx, scene.connectionId) : null;
    const brief = channel !== null && !channel.traits.subject;
    const listened = await this.listening.to(ctx, scene, saidIn(thread), brief);
    const { said, stranger, heard, binding } = listened;
    const { detect } = await import('tinyld');
    const prior = languageBefore(said, detect) ?? (scene.locale ? languageOf(scene.locale) : null);
    const now = this.clock.now();
    const memory = stranger ? null : heard.conversation.memory;
    const meaning = await this.meanings.of(
      ctx,
      { said, memory: memory ?? NO_MEMORY },
      { subject: scene.subject, prior, detect, now },
    );
    binding.language = meaning.value.language ?? prior;
    const theirs = said.flatMap(({ direction, text }) => (direction === 'inbound' ? [text] : []));
    const ground = {
      shop,
      signature,
      customerName: scene.customerName,
      hosts: await this.hosts.of(ctx),
      said: [scene.subject, ...theirs].join('\n'),
      memory,
      today: now,
    };
    const labelled = channel?.traits.addressKind === 'visitor';
    return { scene, listened, meaning, prior, detect, brief, labelled, ground };
  }
}
