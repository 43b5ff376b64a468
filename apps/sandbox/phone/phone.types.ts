export const NETWORKS = ['sms', 'whatsapp', 'messenger', 'instagram'] as const;
export type Network = (typeof NETWORKS)[number];
/** Whose servers carry it. WhatsApp comes by either of the first two. */
export const CARRIERS = ['twilio', 'meta', 'social'] as const;
export type Carrier = (typeof CARRIERS)[number];

export type PhoneStatus = 'queued' | 'sent' | 'delivered' | 'read' | 'failed';

export interface PhoneMedia {
  id: string;
  filename: string;
  contentType: string;
  size: number;
}

export interface Choice {
  id: string;
  title: string;
}

/** One message as it stands in the thread on the customer's phone. */
export interface PhoneMessage {
  /** The vendor's own id: SM…, wamid…, m_…. */
  id: string;
  network: Network;
  via: Carrier;
  /** E.164 for texts and WhatsApp, the network's own id for accounts. */
  customer: string;
  /** The store's number, or its page. */
  line: string;
  /** `in`: the customer wrote it to the store. */
  direction: 'in' | 'out';
  text: string;
  media: PhoneMedia[];
  /** Buttons below it that the customer may press. */
  choices: Choice[];
  /** Id of the message that it answers. */
  replyTo: string | null;
  reaction: string | null;
  status: PhoneStatus;
  error: { code: number; message: string } | null;
  at: string;
}

/** The store's vendor was told that it is writing an answer. */
export interface StoreTypes {
  network: Network;
  /** Id of the customer's message that it named, where the vendor asks for one. */
  answers: string | null;
  at: string;
}

export interface Said {
  network: Network;
  via?: Carrier;
  name?: string;
  text?: string;
  media?: { filename: string; contentType: string; content: string }[];
  /** A button of message `replyTo`. */
  choice?: Choice;
  replyTo?: string;
  /** An emoji put on message `replyTo`. */
  reaction?: string;
  /** The vendor's own message id, to tell the same message twice. */
  id?: string;
}
