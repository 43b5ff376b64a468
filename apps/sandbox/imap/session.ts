import type { Socket } from 'node:net';
import type { Folder, Folders, ImapMail } from './folders';
import type { MailTokens } from './mail-tokens';
import { quoted } from './tokens';

export interface ImapAccount {
  folders: Folders;
  tokens: MailTokens;
  user: string;
  password: string;
}

export const CAPABILITIES =
  'IMAP4rev1 LITERAL+ SASL-IR IDLE UIDPLUS MOVE UNSELECT NAMESPACE ID SPECIAL-USE AUTH=PLAIN AUTH=XOAUTH2';

/** One connection: who it is, what it has open, and the mails by number as this client knows them. */
export class Session {
  signedIn = false;
  folder: Folder | null = null;
  readOnly = false;
  /** The client's own picture of the folder; it changes only when the client is told. */
  view: ImapMail[] = [];
  /** Set while the client idles, or owes a line of its sign-in. */
  onLine: ((line: string) => void) | null = null;
  ended = false;

  constructor(
    readonly account: ImapAccount,
    private readonly socket: Socket,
  ) {}

  write(data: string | Buffer): void {
    if (!this.socket.destroyed) this.socket.write(data);
  }

  untagged(text: string): void {
    this.write(`* ${text}\r\n`);
  }

  goAhead(text: string): void {
    this.write(`+ ${text}\r\n`);
  }

  open(folder: Folder, readOnly: boolean): void {
    this.folder = folder;
    this.readOnly = readOnly;
    this.view = [...folder.mails];
  }

  close(): void {
    this.folder = null;
    this.view = [];
  }

  /** Tells what came and went since the client last heard. */
  sync(): void {
    if (!this.folder) return;
    const there = new Set(this.folder.mails);
    for (let at = this.view.length - 1; at >= 0; at--) {
      const mail = this.view[at];
      if (!mail || there.has(mail)) continue;
      this.view.splice(at, 1);
      this.untagged(`${at + 1} EXPUNGE`);
    }
    if (this.folder.mails.length === this.view.length) return;
    this.view = [...this.folder.mails];
    this.untagged(`${this.view.length} EXISTS`);
  }

  mailbox(name: string): string {
    return quoted(name);
  }
}
