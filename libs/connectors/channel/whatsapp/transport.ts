import type { ChannelTraits } from '@satchel/contracts';
import type { ChannelAdapter } from '../../port';

/** Who carries WhatsApp messages. The rules of WhatsApp itself stand above it, in the connector. */
export interface Transport extends Omit<ChannelAdapter, 'traits'> {
  limits: Pick<ChannelTraits, 'maxChars' | 'maxFileBytes' | 'choices' | 'typing' | 'receipts'>;
  /** Longest text beside a file. */
  captionChars: number;
}
