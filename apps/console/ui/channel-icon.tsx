import type { ComponentType } from 'react';
import { IconBrandWhatsapp, IconCode, IconMail, IconMessage, IconMessageCircle } from './icons';

const CHANNEL_ICONS: Record<string, ComponentType<{ size?: number }>> = {
  email: IconMail,
  sms: IconMessage,
  chat: IconMessageCircle,
  whatsapp: IconBrandWhatsapp,
};

/** A channel that this console has never heard of still gets a sign. */
export function ChannelIcon({ channel, size }: { channel: string; size: number }) {
  const Icon = CHANNEL_ICONS[channel] ?? IconCode;
  return <Icon size={size} />;
}
