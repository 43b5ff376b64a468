import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { Pseudonyms } from '../privacy/pseudonyms';
import type { Answer } from './ask';

/** Between us and a model that must not see whose data it is; without names it changes nothing. */
export class Veil {
  constructor(private readonly names: Pseudonyms | null) {}

  /** The conversation as the model sees it. The rules come first, are ours, and tell of nobody. */
  messages(messages: readonly BaseMessage[]): BaseMessage[] {
    if (!this.names) return [...messages];
    return messages.map((message, index) => {
      if (index === 0 && message.getType() === 'system') return message;
      const content = this.hide(message.text);
      if (message.getType() === 'system') return new SystemMessage(content);
      return message.getType() === 'ai' ? new AIMessage(content) : new HumanMessage(content);
    });
  }

  data(data: unknown): unknown {
    return this.names ? this.names.hideIn(data) : data;
  }

  hide(text: string): string {
    return this.names ? this.names.hide(text) : text;
  }

  reveal(text: string): string {
    return this.names ? this.names.reveal(text) : text;
  }

  /** What the model wrote and wants called, with what is behind its names; in the conversation it stays as it wrote it. */
  lifted(answer: Answer): Answer {
    const { names } = this;
    if (!names) return answer;
    const calls = answer.calls.map((call) => ({ ...call, args: names.revealIn(call.args) }));
    return { ...answer, text: names.reveal(answer.text), calls };
  }
}
