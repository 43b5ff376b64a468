import type { Language } from './lib/language';

/** What the loader hands to the app: the place to draw in and the button, nothing of the page. */
export interface Shell {
  key: string;
  /** Where the desk lives, "https://desk.example.com". */
  origin: string;
  root: ShadowRoot;
  language: Language;
  /** The shop's signed token of who is here. */
  identity: string | null;
  launcher: Launcher;
  emit: (event: WidgetEvent, detail?: unknown) => void;
}

export interface Launcher {
  /** The accent and the side of the screen; a tag that states them is not overruled. */
  dress: (look: Look) => void;
  /** What the button says and shows. */
  tell: (state: { open: boolean; unread: number; label: string }) => void;
  focus: () => void;
}

export interface Look {
  color: string;
  position: 'right' | 'left';
}

export interface App {
  open: () => void;
  close: () => void;
  readonly isOpen: boolean;
  identify: (identity: string) => void;
  /** Ends the session here and at the desk, and forgets everything. */
  shutdown: () => void;
}

export type WidgetEvent = 'ready' | 'open' | 'close' | 'unread' | 'message' | 'sent' | 'error';
