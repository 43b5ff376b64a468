export interface MailFile {
  filename: string;
  contentType: string;
  size: number;
}

/** How far a mail that a customer wrote has got on its way to Satchel's door. */
export type Transport = 'sending' | 'waiting' | 'delivered' | 'refused';

export interface Mail {
  id: string;
  /** `received`: in the customer's inbox. `sent`: written by the customer. */
  folder: 'received' | 'sent';
  address: string;
  envelope: { from: string; to: string[] };
  raw: Buffer;
  receivedAt: Date;
  /** Sent mails only. */
  transport?: { state: Transport; attempts: number; lastError: string | null };
}

/** A mail with its bytes understood, as the API and the desk page show it. */
export interface ReadMail {
  id: string;
  folder: Mail['folder'];
  address: string;
  envelope: Mail['envelope'];
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: { address: string; name: string };
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
  attachments: MailFile[];
  headers: Record<string, string>;
  receivedAt: string;
  /** How many mails with this Message-ID this box got: more than one is a double send. */
  copies: number;
  transport?: Mail['transport'];
}
