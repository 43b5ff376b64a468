import type { ActionPreviewBody } from './actions';

/** `POST /api/v1/tickets/:id/copilot/ask`. */
export interface CopilotAskRequest {
  question: string;
}

/** What an answer rests on: a fact and where it was read, or a passage that can be cited. */
export interface CopilotSourceBody {
  label: string;
  value: string;
  /** Where and when it was read; null for a passage. */
  source: string | null;
  /** Names the passage: "en/returns#2"; null for a fact. */
  cite: string | null;
  /** Null: there is nothing that a customer could open. */
  url: string | null;
}

export interface CopilotAnswerBody {
  text: string;
  sources: CopilotSourceBody[];
  /** Pieces of the text that nothing read backs. */
  unproven: string[];
  /** Who answered: "built-in", or the model. */
  brain: string;
}

export const REWRITE_STYLES = ['shorter', 'warmer', 'formal', 'fix', 'translate'] as const;
export type RewriteStyle = (typeof REWRITE_STYLES)[number];

/** Languages in which a rewritten text can be checked. */
export const REWRITE_LANGUAGES = ['en', 'de', 'nl', 'fr', 'es'] as const;
export type RewriteLanguage = (typeof REWRITE_LANGUAGES)[number];

/** `POST /api/v1/copilot/rewrite`. */
export interface CopilotRewriteRequest {
  text: string;
  style: RewriteStyle;
  /** With `translate`: into which. */
  language?: RewriteLanguage;
}

export interface CopilotRewriteBody {
  text: string;
  /** What could not be compared with the text as it was; mostly nothing. */
  unproven: string[];
}

/** `GET /api/v1/tickets/:id/copilot/summary`. */
export interface CopilotSummaryBody {
  text: string;
  points: { label: string; value: string }[];
  /** The newest message it knows; null: there is none. */
  upTo: string | null;
  brain: string;
  /** What the customer writes in, as far as it is known. */
  language: RewriteLanguage | null;
}

export interface SuggestedActionBody {
  name: string;
  title: string;
  arguments: Record<string, unknown>;
  /** What it would do, for whoever asked; null: something is not known yet, and `missing` says what. */
  preview: ActionPreviewBody | null;
  missing: string | null;
  /** The customer's own words that it answers. */
  why: string;
  orderId: string | null;
  orderNumber: string | null;
}

export interface SuggestedArticleBody {
  title: string;
  url: string | null;
  cite: string;
}

/** `GET /api/v1/tickets/:id/copilot/suggestions`. */
export interface CopilotSuggestionsBody {
  actions: SuggestedActionBody[];
  articles: SuggestedArticleBody[];
}
