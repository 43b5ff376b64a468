import type { WidgetLocale } from '@satchel/contracts';
import type { Words } from '../locales/words';
import { Memory, openKey } from '../lib/memory';
import { Rest } from '../lib/rest';
import { webShelf } from '../lib/storage';
import type { App, Shell, WidgetEvent } from '../shell';
import { paintLauncher, type Painted } from './launcher';
import { ownTag, readSettings, type Settings } from './settings';

/** Names of the built files, known when the loader is built. */
declare const APP_FILE: string;
declare const WORDS_FILES: Record<WidgetLocale, string>;

type Listener = (detail?: unknown) => void;
type Call = [name: string, ...rest: unknown[]];
interface Satchel {
  (...call: Call): unknown;
  /** Calls from before this file came. */
  q?: ArrayLike<unknown>[];
  loaded?: boolean;
}
declare global {
  interface Window {
    Satchel?: Satchel;
  }
}

const settings = readSettings(ownTag());
// A tag manager and a theme may both bring us.
if (settings && !window.Satchel?.loaded) begin(settings);

function begin(settings: Settings): void {
  const shelf = webShelf(() => localStorage);
  const memory = new Memory(shelf, settings.key);
  const listeners = new Map<string, Set<Listener>>();
  let app: App | null = null;
  let painted: Painted | null = null;
  let loading: Promise<App> | null = null;
  let isHidden = false;
  let failures = 0;

  const emit = (event: WidgetEvent, detail?: unknown): void => {
    for (const listener of listeners.get(event) ?? [])
      try {
        listener(detail);
      } catch (error) {
        // The page's mistake, for the page's log.
        reportError(error);
      }
  };

  const bring = <T>(file: string): Promise<T> =>
    // A browser remembers a module that failed; under another address it asks again.
    import(/* @vite-ignore */ `${settings.origin}/widget/${file}${failures ? `?again=${failures}` : ''}`) as Promise<T>;
  const files = () =>
    Promise.all([
      bring<{ start: (shell: Shell, words: Words) => App }>(APP_FILE),
      bring<{ words: Words }>(WORDS_FILES[settings.language.words]),
    ]).catch((error: unknown) => {
      failures += 1;
      throw error;
    });

  const load = (): Promise<App> => {
    const launcher = paint();
    const { key, origin, language } = settings;
    loading ??= files().then(
      ([{ start }, { words }]) => {
        const shell: Shell = {
          key,
          origin,
          language,
          root: launcher.root,
          identity: settings.identity,
          launcher,
          emit,
        };
        app = start(shell, words);
        emit('ready');
        return app;
      },
      (error: unknown) => {
        // The next click tries again.
        loading = null;
        emit('error', error);
        throw error;
      },
    );
    return loading;
  };
  const open = (): void =>
    void load().then(
      (loaded) => loaded.open(),
      () => undefined,
    );
  const prefetch = (): void => void files().catch(() => undefined);

  const paint = (): Painted => {
    if (!painted) {
      painted = paintLauncher(settings, memory.get().look);
      const { button } = painted;
      button.addEventListener('click', () => (app?.isOpen ? app.close() : open()));
      for (const intent of ['pointerenter', 'focus']) button.addEventListener(intent, prefetch, { once: true });
    }
    painted.host.hidden = isHidden;
    // Beside the body, which some shops replace when they go to another page.
    if (!painted.host.isConnected) document.documentElement.append(painted.host);
    return painted;
  };

  const commands: Record<string, (...rest: never[]) => unknown> = {
    open: () => {
      commands['show']!();
      open();
    },
    close: () => app?.close(),
    show: () => {
      isHidden = false;
      paint();
    },
    hide: () => {
      app?.close();
      isHidden = true;
      if (painted) paint();
    },
    identify: (identity: unknown) => {
      if (typeof identity !== 'string') return;
      settings.identity = identity;
      app?.identify(identity);
    },
    shutdown: () => {
      settings.identity = null;
      if (app) return app.shutdown();
      const { token } = memory.get();
      if (token) void new Rest(settings.origin, settings.key).end(token);
      memory.clear();
    },
    on: (event: string, listener: Listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  };

  const early = window.Satchel?.q ?? [];
  const satchel: Satchel = (name, ...rest) => commands[name]?.(...(rest as never[]));
  satchel.loaded = true;
  window.Satchel = satchel;

  const settle = (): void => {
    paint();
    // Only a child list that hardly ever changes is watched, not the page.
    new MutationObserver(() => paint()).observe(document.documentElement, { childList: true });
    // Somebody who has written before has meant to: their unread messages show by themselves.
    const wasOpen = webShelf(() => sessionStorage).get(openKey(settings.key)) !== null;
    if (memory.get().spoke || wasOpen) void load().catch(() => undefined);
  };
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(settle, { timeout: 2000 });
    else setTimeout(settle, 200);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenIdle, { once: true });
  else whenIdle();
  for (const call of early) satchel(...(Array.from(call) as Call));
}
