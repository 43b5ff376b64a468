import type { BindToolsInput } from '@langchain/core/language_models/chat_models';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Memory } from '../conversation/memory';
import { NO_MEMORY } from '../conversation/memory';
import type { ActiveProcedure } from '../procedures/frames';
import type { Understanding } from '../understand/understanding';
import type { Detector } from '../text/language';
import { guessLanguage } from '../text/language';
import { unfence } from '../text/fence';
import { HOUSE, meaningOf, nextStep } from './engine';
import type { EngineView } from './engine-view';
import { askedForNumber } from './wording';

/** What a turn brings beside its messages: who asks, what waited for their yes, what is remembered. */
export interface TurnView extends Omit<EngineView, 'seen' | 'tools'> {
  /** The shop's own procedures; left out, those of the house. */
  procedures?: readonly ActiveProcedure[];
  /** What the message means, where it was read before; a shop may have taught a model of its own. */
  meaning?: Understanding;
}

/**
 * The built-in engine behind LangChain's own port: it reads the conversation, calls the tools it was given, and words an
 * answer from their results. No key, no network, the same answer each time. Load it by dynamic import only.
 */
export class BuiltInChatModel extends BaseChatModel {
  private tools: string[] = [];
  private detector: Detector | undefined;
  private turn: TurnView | null = null;
  private meaning: { message: string; value: Understanding } | null = null;

  constructor() {
    super({});
  }

  override _llmType(): string {
    return 'satchel-built-in';
  }

  /** Names are enough: the engine knows its tools, and a tool that it was not given it does not call. */
  override bindTools(tools: BindToolsInput[]): BuiltInChatModel {
    const bound = this.copy();
    bound.tools = tools.map((tool) => toolName(tool));
    return bound;
  }

  /** The same model for one turn. Each answer carries what to remember in `additional_kwargs.memory`. */
  forTurn(turn: TurnView): BuiltInChatModel {
    const bound = this.copy();
    bound.turn = turn;
    return bound;
  }

  /** Loads the language detector and trains the classifier, so that the first customer does not wait for it. */
  async warm(): Promise<void> {
    const view = { ...EMPTY, message: 'Where is my order?', detect: await this.detect(), tools: [], seen: [] };
    nextStep(view);
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const view = await this.view(messages);
    const procedures = this.turn?.procedures ?? HOUSE;
    // The same message means the same in every step of its turn.
    if (this.meaning?.message !== view.message)
      this.meaning = { message: view.message, value: this.turn?.meaning ?? meaningOf(view, procedures) };
    const step = nextStep(view, procedures, this.meaning.value);
    const message = new AIMessage({
      content: step.text,
      tool_calls: step.calls
        .filter((call) => this.tools.includes(call.name))
        .map((call, index) => ({ ...call, id: `call_${messages.length}_${index}`, type: 'tool_call' as const })),
      additional_kwargs: { intent: step.intent, memory: step.memory },
    });
    return { generations: [{ text: step.text, message }] };
  }

  private async view(messages: BaseMessage[]): Promise<EngineView> {
    const lastHuman = messages.findLastIndex((message) => message.getType() === 'human');
    const seen = toolResults(messages.slice(lastHuman + 1));
    const detect = this.turn?.detect ?? (await this.detect());
    if (this.turn) return { ...this.turn, detect, tools: this.tools, seen };
    const before = messages.slice(0, Math.max(0, lastHuman));
    const ours = before.filter((message) => message.getType() === 'ai').map((message) => message.text);
    return {
      ...EMPTY,
      message: unfence(messages[lastHuman]?.text ?? ''),
      prior: earlierLanguage(before, detect),
      memory: memoryOf(ours),
      detect,
      tools: this.tools,
      seen,
    };
  }

  private copy(): BuiltInChatModel {
    const copy = new BuiltInChatModel();
    copy.tools = this.tools;
    copy.detector = this.detector;
    copy.turn = this.turn;
    return copy;
  }

  private async detect(): Promise<Detector> {
    this.detector ??= (await import('tinyld')).detect;
    return this.detector;
  }
}

/** A conversation without memory: what is known of it stands in its messages. */
const EMPTY: TurnView = {
  message: '',
  history: [],
  prior: null,
  memory: NO_MEMORY,
  decided: null,
  assurance: 1,
  brief: false,
  now: new Date(0),
};

/** The one question that can be told from our own words: that for an order number. */
function memoryOf(ours: readonly string[]): Memory {
  const asked = ours.filter(askedForNumber).length;
  if (!askedForNumber(ours.at(-1) ?? '')) return NO_MEMORY;
  return {
    ...NO_MEMORY,
    frame: {
      procedure: 'where-is-my-order',
      version: 0,
      intent: 'where_is_my_order',
      slots: {},
      asked: { order: asked },
      waitsFor: 'order',
    },
  };
}

function toolName(tool: BindToolsInput): string {
  if ('name' in tool && typeof tool.name === 'string') return tool.name;
  const definition = (tool as { function?: { name?: unknown } }).function;
  return typeof definition?.name === 'string' ? definition.name : '';
}

function earlierLanguage(before: BaseMessage[], detect: Detector): EngineView['prior'] {
  const human = before.findLast((message) => message.getType() === 'human');
  return human ? guessLanguage(unfence(human.text), { detect }).language : null;
}

function toolResults(messages: BaseMessage[]): EngineView['seen'] {
  const calls = new Map(
    messages
      .flatMap((message) => (AIMessage.isInstance(message) ? (message.tool_calls ?? []) : []))
      .map((call) => [call.id, call]),
  );
  return messages.flatMap((message) => {
    if (message.getType() !== 'tool') return [];
    const call = calls.get((message as BaseMessage & { tool_call_id?: string }).tool_call_id);
    return call ? [{ tool: call.name, args: call.args, data: parse(message.text) }] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}
