import type { BindToolsInput } from '@langchain/core/language_models/chat_models';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Brain } from '../loop/loop-types';

export interface Step {
  text?: string;
  calls?: { name: string; args: Record<string, unknown> }[];
}
/** What the model says next: it sees the conversation, the results of its own calls, and the tools it was given. */
export type Script = (seen: { messages: BaseMessage[]; results: unknown[]; tools: string[] }) => Step;

/** A chat model that does what a test says. */
export class ScriptedModel extends BaseChatModel {
  tools: string[] = [];

  constructor(private readonly owner: { script: Script }) {
    super({});
  }

  override _llmType(): string {
    return 'scripted';
  }

  override bindTools(tools: BindToolsInput[]): ScriptedModel {
    const bound = new ScriptedModel(this.owner);
    bound.tools = tools.map((tool) => ('name' in tool ? String(tool.name) : ''));
    return bound;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const results = messages.flatMap((message) =>
      message.getType() === 'tool' ? [JSON.parse(message.text) as unknown] : [],
    );
    const { text = '', calls = [] } = this.owner.script({ messages, results, tools: this.tools });
    const message = new AIMessage({
      content: text,
      tool_calls: calls.map((call, index) => ({
        ...call,
        id: `call_${messages.length}_${index}`,
        type: 'tool_call' as const,
      })),
    });
    return { generations: [{ text, message }] };
  }
}

export const scriptedBrain = (owner: { script: Script }): Brain => ({
  name: 'scripted',
  model: new ScriptedModel(owner),
  attempts: 1,
});
