import type { AiState, TicketStatus } from '@satchel/contracts';
import type { Tone } from './pill';

export const STATUS_LABELS: Record<TicketStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
  spam: 'Spam',
};

export const STATUS_HINTS: Partial<Record<TicketStatus, string>> = {
  open: 'Waiting for us',
  pending: 'Waiting for the customer',
  on_hold: 'Waiting for somebody else',
  resolved: 'Done; a new message opens it again',
};

export const STATUS_TONES: Record<TicketStatus, Tone> = {
  new: 'blue',
  open: 'accent',
  pending: 'amber',
  on_hold: 'neutral',
  resolved: 'green',
  closed: 'neutral',
  spam: 'red',
};

export const AI_BADGES: Record<AiState, { label: string; tone: Tone } | null> = {
  none: null,
  working: { label: 'AI working', tone: 'neutral' },
  drafted: { label: 'AI draft', tone: 'accent' },
  answered: { label: 'AI answered', tone: 'green' },
  handed_over: { label: 'Needs you', tone: 'amber' },
};
