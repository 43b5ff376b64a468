import type { DraftBody } from '@satchel/contracts';

export type SaveState = 'idle' | 'saving' | 'saved' | 'unsaved';

export interface DraftStore {
  save: (text: string) => Promise<DraftBody>;
  discard: (draftId: string) => Promise<unknown>;
}

const SAVE_AFTER_MS = 500;
const TRY_AGAIN_MS = 3000;

/** Keeps one reply's text at the server while it is typed: one request at a time, the last text wins, empty means gone. */
export class DraftSaver {
  private wanted = '';
  private stored: { id: string | null; text: string } = { id: null, text: '' };
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: SaveState = 'idle';
  private readonly listeners = new Set<() => void>();

  constructor(private readonly store: DraftStore) {}

  readonly read = (): SaveState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get clean(): boolean {
    return this.wanted === this.stored.text && !this.busy;
  }

  set(text: string): void {
    if (text === this.wanted) return;
    this.wanted = text;
    if (this.clean) this.settle();
    else this.later(SAVE_AFTER_MS);
  }

  /** What the server holds. The text to show when nothing of ours waits to be saved, else null. */
  adopt(draft: Pick<DraftBody, 'id' | 'text'> | null): string | null {
    if (this.busy) return null;
    const { clean } = this;
    this.stored = { id: draft?.id ?? null, text: draft?.text ?? '' };
    if (!clean) {
      if (this.clean) this.settle();
      else this.later(SAVE_AFTER_MS);
      return null;
    }
    if (this.wanted === this.stored.text) return null;
    this.wanted = this.stored.text;
    return this.wanted;
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.busy || this.clean) return;
    const text = this.wanted;
    this.busy = true;
    this.tell('saving');
    try {
      await this.write(text);
      this.busy = false;
      if (this.clean) this.settle();
      else this.later(0);
    } catch {
      this.busy = false;
      this.tell('unsaved');
      this.later(TRY_AGAIN_MS);
    }
  }

  private async write(text: string): Promise<void> {
    if (text) this.stored = { id: (await this.store.save(text)).id, text };
    else {
      if (this.stored.id) await this.store.discard(this.stored.id);
      this.stored = { id: null, text: '' };
    }
  }

  /** The server holds what is on screen. */
  private settle(): void {
    clearTimeout(this.timer);
    this.tell(this.wanted ? 'saved' : 'idle');
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private tell(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
