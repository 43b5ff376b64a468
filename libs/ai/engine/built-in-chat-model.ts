import type { BindToolsInput } from '@langchain/core/language_models/chat_models';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Detector } from '../text/language';
import { guessLanguage } from '../text/language';
import { unfence } from '../text/fence';
import type { EngineView } from './engine';
import { nextStep } from './engine';
import { askedForNumber } from './wording';

/**
 * The built-in engine behind LangChain's own port: it reads the conversation, calls the tools it was given, and words an
 * answer from their results. No key, no network, the same answer each time. Load it by dynamic import only.
 */
export class BuiltInChatModel extends BaseChatModel {
  private tools: string[] = [];
  private detector: Detector | undefined;

  constructor() {
    super({});
  }

  override _llmType(): string {
    return 'satchel-built-in';
  }

  /** Names are enough: the engine knows its tools, and a tool that it was not given it does not call. */
  override bindTools(tools: BindToolsInput[]): BuiltInChatModel {
    const bound = new BuiltInChatModel();
    bound.tools = tools.map((tool) => toolName(tool));
    bound.detector = this.detector;
    return bound;
  }

  /** Loads the language detector and trains the classifier, so that the first customer does not wait for it. */
  async warm(): Promise<void> {
    await this.detect();
    nextStep({ message: 'Where is my order?', prior: null, timesAsked: 0, justAsked: false, seen: [] });
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const step = nextStep(await this.view(messages));
    const message = new AIMessage({
      content: step.text,
      tool_calls: step.calls
        .filter((call) => this.tools.includes(call.name))
        .map((call, index) => ({ ...call, id: `call_${messages.length}_${index}`, type: 'tool_call' as const })),
      additional_kwargs: { intent: step.intent },
    });
    return { generations: [{ text: step.text, message }] };
  }

  private async view(messages: BaseMessage[]): Promise<EngineView> {
    const lastHuman = messages.findLastIndex((message) => message.getType() === 'human');
    const before = messages.slice(0, Math.max(0, lastHuman));
    const ours = before.filter((message) => message.getType() === 'ai').map((message) => message.text);
    const detect = await this.detect();
    return {
      message: unfence(messages[lastHuman]?.text ?? ''),
      prior: earlierLanguage(before, detect),
      timesAsked: ours.filter(askedForNumber).length,
      justAsked: askedForNumber(ours.at(-1) ?? ''),
      detect,
      seen: toolResults(messages.slice(lastHuman + 1)),
    };
  }

  private async detect(): Promise<Detector> {
    this.detector ??= (await import('tinyld')).detect;
    return this.detector;
  }
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
