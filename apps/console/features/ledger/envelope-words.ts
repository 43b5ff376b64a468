import type { EnvelopeState } from '@satchel/contracts';
import type { Tone } from '../../ui/pill';

export const STATE_LABELS: Record<EnvelopeState, string> = {
  stored: 'Waiting',
  routed: 'On a ticket',
  ignored: 'Passed over',
  quarantined: 'Put aside',
};

export const STATE_TONES: Record<EnvelopeState, Tone> = {
  stored: 'blue',
  routed: 'green',
  ignored: 'neutral',
  quarantined: 'red',
};
