import { render } from 'preact';
import { draftKey, openKey } from '../lib/memory';
import { webShelf } from '../lib/storage';
import { plural } from '../lib/words';
import type { Words } from '../locales/words';
import type { App, Shell } from '../shell';
import { Widget } from '../ui/widget';
import { isSmallScreen } from '../ui/screen';
import { styles } from '../ui/styles';
import { Surroundings } from '../ui/surroundings';
import { Chat } from './chat';
import { watchPage } from './watch-page';

/** Called once by the loader. Draws nothing until it is opened. */
export function start(shell: Shell, words: Words): App {
  const { root, language, launcher, emit } = shell;
  const shelf = webShelf(() => localStorage);
  const tab = webShelf(() => sessionStorage);
  const chat = new Chat({
    origin: shell.origin,
    key: shell.key,
    identity: shell.identity,
    locale: language.asked,
    shelf,
    page: () => ({ url: location.href.split('#')[0]!, title: document.title }),
    hidden: () => document.visibilityState === 'hidden',
    emit,
    forgotten: () => tab.remove(draftKey(shell.key)),
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles()];
  const place = document.createElement('div');
  root.querySelector('.frame')?.prepend(place);
  let begun = false;

  const open = (): void => {
    if (begun && chat.store.get().phase === 'refused') void chat.begin();
    begin();
    if (chat.store.get().open) return;
    tab.set(openKey(shell.key), '1');
    chat.store.set({ open: true });
    draw();
    chat.wake();
    emit('open');
  };
  const close = (): void => {
    if (!chat.store.get().open) return;
    tab.remove(openKey(shell.key));
    chat.store.set({ open: false });
    launcher.focus();
    emit('close');
  };
  const begin = (): void => {
    if (begun) return;
    begun = true;
    void chat.begin();
  };
  const draw = (): void =>
    render(
      <Surroundings.Provider value={{ chat, words, shell, tab, close }}>
        <Widget />
      </Surroundings.Provider>,
      place,
    );

  let toldUnread = 0;
  chat.store.watch(({ open, unread, config }) => {
    const label = open ? words.close : unread ? plural(words.openUnread, unread, language.format) : words.open;
    launcher.tell({ open, unread, label });
    if (unread !== toldUnread) emit('unread', unread);
    toldUnread = unread;
    // Never under the pointer that is about to press it: only once it is open.
    if (open && config) launcher.dress(config);
  });
  watchPage(chat);

  if (tab.get(openKey(shell.key)) !== null && !isSmallScreen()) open();
  else begin();

  return {
    open,
    close,
    get isOpen() {
      return chat.store.get().open;
    },
    identify: (identity) => {
      begun = true;
      chat.identify(identity);
    },
    shutdown: () => {
      close();
      begun = false;
      chat.shutdown();
    },
  };
}
