import { useRef, useState } from 'preact/hooks';
import { type Asked, checkAsked, type Missing } from '../lib/asked';
import { useAround, useChat } from './surroundings';

/** The state of a form that asks who is there. */
export function useAsked(options: { needsEmail: boolean }) {
  const { words } = useAround();
  const { config, visitor } = useChat();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<Asked>({ name: visitor?.name ?? '', email: visitor?.email ?? '', consent: false });
  const [missing, setMissing] = useState<Missing>({});
  return {
    form,
    asked,
    preChat: config!.preChat,
    set: (change: Partial<Asked>) => setAsked((before) => ({ ...before, ...change })),
    problem: (field: keyof Missing): string | null => (missing[field] ? words[missing[field]] : null),
    /** Shows what is missing and goes to the first of it; answers whether all is there. */
    check: (more: Missing = {}): boolean => {
      const found = { ...checkAsked(asked, config!.preChat, options), ...more };
      setMissing(found);
      const isComplete = Object.keys(found).length === 0;
      if (!isComplete) setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return isComplete;
    },
  };
}
