import type { Chat } from './chat';

/** Listens to what happens to the page and to the visitor's other tabs. The page itself is not read or changed. */
export function watchPage(chat: Chat): void {
  addEventListener('storage', ({ key, oldValue }) => chat.changedElsewhere(key, oldValue));
  addEventListener('online', () => chat.wake({ networkChanged: true }));
  addEventListener('pagehide', () => chat.pause());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) chat.resume();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.wake();
  });
  addEventListener('focus', () => chat.wake());
}
