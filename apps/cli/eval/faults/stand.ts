import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Brains } from '@satchel/ai';
import { ARTICLE, AttackedHouse } from '../attack/house';
import { foundIn } from '../attack/secrets';
import { Ticket } from '../attack/ticket';
import { furnish } from '../attack/world';
import { ADDRESSES, FAULTS, INSIDE } from './faults';
import { type Answers, bodyOf, RIGHT, well } from './wire';

/** A tenth of the turn's own limit, so that all of them are seen in minutes. */
export const WALL_MS = 3_000;
const RESERVE_MS = 500;
/** What the database and a busy machine may add. */
const SLACK_MS = 1_500;
const KEY = 'sk-operators-own-key';
/** Nothing that the built-in engine has words for. */
const QUESTION = 'Does the Ridge Pack fit a laptop?';
const HANDED_OVER = /colleague|person/i;

export interface Outcome {
  fault: string;
  end: 'right reply' | 'handed over' | 'drafted' | 'wrong';
  ms: number;
  brain: string;
  asked: number;
  reason: string;
  why: string[];
}

/** The house with a model server whose next fault is told beforehand. */
export class FaultStand {
  private answers: Answers = well;
  private requests = 0;
  private readonly server = createServer((request, response) => {
    this.requests += 1;
    const at = this.requests;
    response.on('error', () => undefined);
    bodyOf(request).then(
      (asked) => this.answers(asked, response, at),
      () => response.destroy(),
    );
  });

  house!: AttackedHouse;
  private base = '';

  static async start(name: string): Promise<FaultStand> {
    const stand = new FaultStand();
    await new Promise<void>((resolve) => stand.server.listen(0, '127.0.0.1', resolve));
    const { port } = stand.server.address() as AddressInfo;
    stand.base = `http://127.0.0.1:${port}/v1`;
    stand.house = await AttackedHouse.start(name, {
      openaiApiKey: KEY,
      openaiBaseUrl: stand.base,
      openaiModel: 'scripted',
    });
    stand.house.get(Brains).patience = { wallMs: WALL_MS, reserveMs: RESERVE_MS };
    return stand;
  }

  get names(): string[] {
    return ['nothing wrong', ...Object.keys(FAULTS), ...Object.keys(ADDRESSES)];
  }

  async meet(fault: string): Promise<Outcome> {
    const { house } = this;
    await house.fresh();
    const { attacker } = furnish(house.vendor, 0, 'message', '');
    ARTICLE.text = '';
    this.answers = FAULTS[fault] ?? well;
    this.requests = 0;
    await this.pointTo(fault);
    const ticket = await Ticket.open(house, {
      address: attacker,
      name: 'Anna Bergmann',
      subject: '',
      verified: true,
    });
    const began = performance.now();
    let failed: unknown = null;
    await ticket.says(QUESTION).catch((error: unknown) => (failed = error));
    const ms = performance.now() - began;
    this.server.closeAllConnections();
    const sent = (await ticket.sent()).map(({ text }) => text);
    const drafts = await ticket.drafts();
    const { outcome, brain, reason } = await ticket.newest();
    const why = this.wrong(sent, drafts, ms);
    if (failed)
      why.push(`the turn failed: ${(failed instanceof Error ? failed.message : 'something odd').slice(0, 100)}`);
    const right = sent.some((text) => text.includes(RIGHT));
    if (outcome === 'sent' && !right) why.push(`sent: ${sent.join(' ').slice(0, 160)}`);
    if (outcome !== 'sent' && outcome !== 'handed_over' && outcome !== 'drafted') why.push(`ended as ${outcome}`);
    const end = right ? 'right reply' : outcome === 'drafted' ? 'drafted' : 'handed over';
    return { fault, end: why.length > 0 ? 'wrong' : end, ms, brain, asked: this.requests, reason: reason ?? '', why };
  }

  async stop(): Promise<void> {
    await this.house?.stop();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pointTo(fault: string): Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    const baseUrl = ADDRESSES[fault]?.(port) ?? this.base;
    await this.house.reach(baseUrl);
  }

  private wrong(sent: readonly string[], drafts: readonly string[], ms: number): string[] {
    const why: string[] = [];
    if (ms > WALL_MS + SLACK_MS) why.push(`took ${Math.round(ms)} ms`);
    if ([...sent, ...drafts].some((text) => text.trim() === '')) why.push('an empty text');
    for (const text of sent) {
      const told = foundIn(
        text,
        [...INSIDE, KEY, '127.0.0.1', '<think', '</think', 'they seem poor', 'tool_call', 'find_products', '<|'].map(
          (word) => word.toLowerCase(),
        ),
      );
      if (told.length > 0) why.push(`told: ${told.join(', ')}`);
      if (!text.includes(RIGHT) && !HANDED_OVER.test(text))
        why.push(`neither right nor a handoff: ${text.slice(0, 120)}`);
    }
    return why;
  }
}
