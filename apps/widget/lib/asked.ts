import type { WidgetConfigBody } from '@satchel/contracts';

export type Asked = { name: string; email: string; consent: boolean };
export type Missing = Partial<Record<keyof Asked | 'message', 'fillIn' | 'badEmail' | 'consentNeeded'>>;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing from the form before the chat. */
export function checkAsked(
  asked: Asked,
  preChat: WidgetConfigBody['preChat'],
  options = { needsEmail: false },
): Missing {
  const missing: Missing = {};
  const email = asked.email.trim();
  if (preChat.name === 'required' && !asked.name.trim()) missing.name = 'fillIn';
  if (email && !EMAIL.test(email)) missing.email = 'badEmail';
  else if (!email && (options.needsEmail || preChat.email === 'required')) missing.email = 'fillIn';
  if (preChat.consent !== null && !asked.consent) missing.consent = 'consentNeeded';
  return missing;
}

/** As it is sent: only what was given. */
export function profileOf({ name, email, consent }: Asked): { name?: string; email?: string; consent?: boolean } {
  return {
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
    ...(consent && { consent }),
  };
}
