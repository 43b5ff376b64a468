/** Who the shop's signed token says a visitor is. */
export interface WidgetIdentity {
  /** The shop's own id of the person. */
  sub: string;
  jti: string | null;
  name: string | null;
  email: string | null;
  /** False when the token itself says so (`email_verified`): the address is then a claim like any other. */
  emailVerified: boolean;
  phone: string | null;
}

export interface WidgetSettings {
  color: string;
  position: 'right' | 'left';
  greeting: string | null;
  preChat: { name: AskFor; email: AskFor; consent: string | null };
  /** Nobody chats without a token of the shop's. */
  identityRequired: boolean;
}
export type AskFor = 'off' | 'optional' | 'required';

/** What a channel offers whose other end is this house itself: a widget on the shop's pages, with no vendor between. */
export interface ChannelWidget {
  settings: WidgetSettings;
  /** Whether pages of this origin ("https://shop.example") may use it. */
  allows(origin: string): boolean;
  /** Whether somebody is said to be there now; `ask`: it depends on who is. */
  open(): 'open' | 'closed' | 'ask';
  /** Checks the shop's token; a bad one is answered with why, in words for whoever builds the page. */
  identify(token: string): Promise<{ ok: true; identity: WidgetIdentity } | { ok: false; reason: string }>;
}
