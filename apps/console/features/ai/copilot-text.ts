import type { CopilotAnswerBody, CopilotSourceBody, SuggestedArticleBody } from '@satchel/contracts';

/** Puts something below what is written already; what stands there stays. */
export function below(reply: string, added: string): string {
  const before = reply.trimEnd();
  return before === '' ? added : `${before}\n\n${added}`;
}

/** As a customer can read it. Null: nobody outside can open it. */
export const linkTo = ({ title, url }: SuggestedArticleBody): string | null => (url ? `${title}: ${url}` : null);

/** An answer that rests on what only colleagues may read, or on nothing, is not for a customer as it stands. */
export function mayGoOut({ text, sources, unproven }: CopilotAnswerBody): boolean {
  return text.trim() !== '' && unproven.length === 0 && sources.length > 0 && !sources.some(isInternal);
}

const isInternal = ({ cite, url }: CopilotSourceBody): boolean => cite !== null && url === null;
