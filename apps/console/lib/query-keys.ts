import type { ActionRunState, EnvelopeState } from '@satchel/contracts';
import type { TicketFilter } from './ticket-filter';

export interface LedgerFilter {
  connectionId?: string;
  state?: EnvelopeState;
  q?: string;
}

/** Where an action is asked for: what it is about. */
export interface ActionScope {
  orderId?: string;
  ticketId?: string;
  customerId?: string;
}

export interface RunFilter {
  state?: ActionRunState;
  ticketId?: string;
}

/** Every key of the cache. The socket patches and invalidates by these and by nothing else. */
export const keys = {
  boot: ['boot'] as const,
  me: ['me'] as const,
  people: ['people'] as const,
  counts: ['counts'] as const,
  ticketLists: ['tickets'] as const,
  ticketList: (filter: TicketFilter) => ['tickets', filter] as const,
  ticketSearch: (q: string) => ['ticket-search', q] as const,
  ticket: (ticketId: string) => ['ticket', ticketId] as const,
  messages: (ticketId: string) => ['messages', ticketId] as const,
  scheduled: (ticketId: string) => ['scheduled', ticketId] as const,
  preferences: ['preferences'] as const,
  echoes: (ticketId: string) => ['echoes', ticketId] as const,
  pictures: (attachmentIds: readonly string[]) => ['pictures', ...attachmentIds] as const,
  drafts: (ticketId: string) => ['drafts', ticketId] as const,
  turns: (ticketId: string) => ['turns', ticketId] as const,
  copilot: (ticketId: string) => ['copilot', ticketId] as const,
  copilotSummary: (ticketId: string) => ['copilot', ticketId, 'summary'] as const,
  copilotSuggestions: (ticketId: string) => ['copilot', ticketId, 'suggestions'] as const,
  timeline: (ticketId: string) => ['timeline', ticketId] as const,
  customerContexts: ['customer-context'] as const,
  customerContext: (customerId: string) => ['customer-context', customerId] as const,
  customerSearch: (q: string) => ['customer-search', q] as const,
  everyMerge: ['merges'] as const,
  merges: (customerId: string) => ['merges', customerId] as const,
  handoffs: ['handoffs'] as const,
  aiTopics: ['ai-topics'] as const,
  articles: ['articles'] as const,
  articleLists: ['articles', 'list'] as const,
  articleList: (filter: object) => ['articles', 'list', filter] as const,
  article: (articleId: string) => ['articles', 'one', articleId] as const,
  articleVersions: (articleId: string, newest: number) => ['articles', 'versions', articleId, newest] as const,
  articlePreview: (body: string) => ['article-preview', body] as const,
  articleImport: (importId: string) => ['article-import', importId] as const,
  gaps: ['article-gaps'] as const,
  aiSettings: ['ai-settings'] as const,
  procedures: ['procedures'] as const,
  procedure: (name: string) => ['procedures', 'one', name] as const,
  procedureVersions: (name: string) => ['procedures', 'versions', name] as const,
  procedureParts: ['procedure-parts'] as const,
  procedureProblems: (document: string) => ['procedure-problems', document] as const,
  simulations: ['simulations'] as const,
  simulationRun: (id: string) => ['simulations', 'run', id] as const,
  deskSettings: ['desk-settings'] as const,
  everyDestination: ['destinations'] as const,
  destinations: (ticketId: string) => ['destinations', ticketId] as const,
  templates: (connectionId: string) => ['templates', connectionId] as const,
  ledgers: ['ledger'] as const,
  ledger: (filter: LedgerFilter) => ['ledger', filter] as const,
  reconciliation: (connectionId: string) => ['reconciliation', connectionId] as const,
  setup: (connectionId: string) => ['setup', connectionId] as const,
  theme: (connectionId: string) => ['theme', connectionId] as const,
  blockRules: ['block-rules'] as const,
  actionLists: ['actions'] as const,
  actions: (scope: ActionScope) => ['actions', scope] as const,
  action: (name: string, scope: ActionScope) => ['actions', scope, name] as const,
  previews: ['action-preview'] as const,
  preview: (name: string, scope: ActionScope, args: unknown) => ['action-preview', name, scope, args] as const,
  runs: ['action-runs'] as const,
  waitingRuns: ['action-runs', 'waiting'] as const,
  runLists: ['action-runs', 'list'] as const,
  runList: (filter: RunFilter) => ['action-runs', 'list', filter] as const,
  run: (runId: string) => ['action-runs', 'one', runId] as const,
  order: (orderId: string) => ['order', orderId] as const,
  policy: ['policy'] as const,
  products: (q: string) => ['products', q] as const,
  sync: (connectionId: string) => ['sync', connectionId] as const,
  connections: ['connections'] as const,
  connectors: ['connectors'] as const,
};
