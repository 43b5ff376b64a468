import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Chat } from '../app/chat';
import type { ChatState } from '../app/state';
import type { Shelf } from '../lib/storage';
import type { Words } from '../locales/words';
import type { Shell } from '../shell';

interface Around {
  chat: Chat;
  words: Words;
  shell: Shell;
  /** Storage of this tab alone. */
  tab: Shelf;
  close: () => void;
}

export const Surroundings = createContext<Around | null>(null);

export function useAround(): Around {
  const around = useContext(Surroundings);
  if (!around) throw new Error('drawn outside of the chat');
  return around;
}

export function useChat(): ChatState {
  const { store } = useAround().chat;
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.watch(setState);
  }, [store]);
  return state;
}
