import type { ComponentType } from 'react';
import {
  IconBrandInstagram,
  IconBrandMessenger,
  IconBrandWhatsapp,
  IconCode,
  IconMessage,
  IconMail,
  IconMessageCircle,
  IconWebhook,
} from './icons';

const CHANNEL_ICONS: Record<string, ComponentType<{ size?: number }>> = {
  email: IconMail,
  sms: IconMessage,
  chat: IconMessageCircle,
  whatsapp: IconBrandWhatsapp,
  social: IconBrandMessenger,
  messenger: IconBrandMessenger,
  instagram: IconBrandInstagram,
  api: IconWebhook,
};

/** A channel that this console has never heard of still gets a sign. `address` tells networks of one channel apart. */
export function ChannelIcon({ channel, address, size }: { channel: string; address?: string | null; size: number }) {
  const network = address && /^([a-z]+):/.exec(address)?.[1];
  const Icon = (network && CHANNEL_ICONS[network]) || (CHANNEL_ICONS[channel] ?? IconCode);
  return <Icon size={size} />;
}
