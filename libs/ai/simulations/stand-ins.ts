import type { Secrets } from '@satchel/kernel';
import type { CodeSender } from '../identity/code-sender.service';
import type { IdentityQueries, NewProof, TriedCode } from '../identity/identity.queries';
import type { ArticleSearch } from '../tools/article-search';
import type { Conversation, ConversationQueries, Word } from '../turns/conversation.queries';

/** What a conversation remembers between turns, kept for as long as it is played. */
export class MemoryConversation {
  state: Conversation = {
    memory: null,
    stepUp: null,
    pending: null,
    decided: null,
    guesses: 0,
    code: null,
    codesSent: 0,
  };
  /** The newest one-time code that the customer got. */
  mailed: string | null = null;

  get words(): ConversationQueries {
    const part: Pick<ConversationQueries, 'of' | 'takeWord'> = {
      of: async () => this.state,
      takeWord: async (_ctx: unknown, _ticket: string, word: Word) => {
        if (this.state.pending?.runId !== word.runId) return false;
        this.state = { ...this.state, pending: null, decided: word };
        return true;
      },
    };
    return part as ConversationQueries;
  }

  get identities(): IdentityQueries {
    const part: Pick<IdentityQueries, keyof IdentityQueries> = {
      prove: async (_ctx: unknown, _ticket: string, proof: NewProof) => {
        this.state = { ...this.state, stepUp: proof };
      },
      missed: async () => {
        this.state = { ...this.state, guesses: this.state.guesses + 1 };
      },
      missesOf: async () => this.state.guesses,
      keepCode: async (_ctx: unknown, _ticket: string, code: Omit<TriedCode, 'tries'>, most: number) => {
        if (this.state.codesSent >= most) return false;
        this.state = { ...this.state, code: { ...code, tries: 0 }, codesSent: this.state.codesSent + 1 };
        return true;
      },
      tryCode: async () => {
        const { code } = this.state;
        if (!code) return null;
        this.state = { ...this.state, code: { ...code, tries: code.tries + 1 } };
        return this.state.code;
      },
      forgetCode: async () => {
        this.state = { ...this.state, code: null };
      },
    };
    return part as IdentityQueries;
  }

  /** The mail with the code reaches the customer of the simulation, and nobody else. */
  get codes(): CodeSender {
    const part: Pick<CodeSender, 'send'> = {
      send: async (_ctx: unknown, _email: string, code: string) => {
        this.mailed = code;
        return true;
      },
    };
    return part as CodeSender;
  }
}

export const unsigned = { sign: (label: string, text: string) => `${label} ${text}` } as unknown as Secrets;

/** Articles of a simulation's own: those that share most words with the question. */
export function articlesOf(articles: readonly { title: string; text: string }[], at: string): ArticleSearch {
  return {
    search: async (_ctx, { text, limit }) => {
      const asked = wordsIn(text);
      return articles
        .map(({ title, text: passage }, index) => {
          const known = wordsIn(`${title} ${passage}`);
          const score = [...asked].filter((word) => known.has(word)).length / Math.max(1, asked.size);
          return { cite: `A${index + 1}`, title, text: passage, url: null, updatedAt: at, score };
        })
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score)
        .slice(0, limit);
    },
  };
}

const wordsIn = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/\p{L}{3,}/gu)
      ?.map((word) => word.replace(/(?:s|ing|ed)$/, '')) ?? [],
  );
