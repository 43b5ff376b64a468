import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Brain, TranscriptLine } from '../loop/loop-types';

const BUILT_IN = 'built-in';

/** A language model that says again, step by step, what it said in the turn. Load it by dynamic import only. */
class RecordedModel extends BaseChatModel {
  private step = 0;

  constructor(private readonly lines: readonly TranscriptLine[]) {
    super({});
  }

  override _llmType(): string {
    return 'satchel-recorded';
  }

  override bindTools(): this {
    return this;
  }

  override async _generate(): Promise<ChatResult> {
    const line = this.lines[this.step];
    this.step += 1;
    if (!line) throw new Error('The record ends here.');
    const calls = (line.calls ?? []).map((call, index) => ({
      ...call,
      id: `call_${this.step}_${index}`,
      type: 'tool_call' as const,
    }));
    return { generations: [{ text: line.text, message: new AIMessage({ content: line.text, tool_calls: calls }) }] };
  }
}

/** The brains that spoke in a turn, in their order: the built-in engine thinks again, a language model is quoted. */
export function brainsOf(transcript: readonly TranscriptLine[], engine: Brain): Brain[] {
  const spoke: { name: string; lines: TranscriptLine[] }[] = [];
  for (const line of transcript) {
    if (line.role !== 'assistant') continue;
    if (spoke.at(-1)?.name !== line.brain) spoke.push({ name: line.brain, lines: [] });
    spoke.at(-1)?.lines.push(line);
  }
  return spoke.map(({ name, lines }, at): Brain => {
    const brain: Brain = name === BUILT_IN ? engine : { name, model: new RecordedModel(lines), attempts: 1 };
    return at < spoke.length - 1 ? { ...brain, yields: true } : brain;
  });
}
