import { EventEmitter } from 'node:events';

export interface ImapMail {
  uid: number;
  raw: Buffer;
  flags: Set<string>;
  internalDate: Date;
}

export interface Folder {
  name: string;
  /** RFC 6154, without the backslash. */
  use: string | null;
  uidValidity: number;
  uidNext: number;
  mails: ImapMail[];
}

const FOLDERS: [name: string, use: string | null][] = [
  ['INBOX', null],
  ['Sent', 'Sent'],
  ['Archive', 'Archive'],
  ['Junk', 'Junk'],
  ['Trash', 'Trash'],
];

/** The store's own mailbox, folder by folder. */
export class Folders {
  /** Emits `change` with the folder whose mails changed. */
  readonly changes = new EventEmitter<{ change: [Folder] }>();
  private folders: Folder[] = [];
  private validity: number;

  constructor(private readonly clock: () => Date) {
    this.validity = Math.floor(clock().getTime() / 1000);
    this.changes.setMaxListeners(0);
    this.reset();
  }

  /** Empty folders under new validities: whoever remembers ids must look again. */
  reset(): void {
    this.folders = FOLDERS.map(([name, use]) => this.fresh(name, use));
  }

  list(): Folder[] {
    return this.folders;
  }

  find(name: string): Folder | undefined {
    const asked = name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
    return this.folders.find((folder) => folder.name === asked);
  }

  create(name: string): boolean {
    if (this.find(name)) return false;
    this.folders.push(this.fresh(name, null));
    return true;
  }

  append(folder: Folder, raw: Buffer, flags: Iterable<string> = [], at: Date = this.clock()): ImapMail {
    const mail = { uid: folder.uidNext++, raw, flags: new Set(flags), internalDate: at };
    folder.mails.push(mail);
    this.changes.emit('change', folder);
    return mail;
  }

  remove(folder: Folder, mails: ImapMail[]): void {
    folder.mails = folder.mails.filter((mail) => !mails.includes(mail));
    this.changes.emit('change', folder);
  }

  /** A new validity for one folder, as after a restore: every id in it changes. */
  renumber(folder: Folder): void {
    folder.uidValidity = ++this.validity;
    folder.mails = folder.mails.map((mail, index) => ({ ...mail, uid: index + 1 }));
    folder.uidNext = folder.mails.length + 1;
  }

  private fresh(name: string, use: string | null): Folder {
    return { name, use, uidValidity: ++this.validity, uidNext: 1, mails: [] };
  }
}
