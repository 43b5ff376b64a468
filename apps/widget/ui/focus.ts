import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const REACHABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

interface Options {
  open: boolean;
  /** Over the whole screen: then Tab stays inside. */
  modal: boolean;
  close: () => void;
  /** Changes when what is shown is another thing, so that the focus may move on. */
  ready: string;
}

/** Focus goes in when the chat opens, stays in while it covers the page, and Escape leaves. Answers the key handler. */
export function useFocusInside(
  panel: RefObject<HTMLElement | null>,
  { open, modal, close, ready }: Options,
): (event: KeyboardEvent) => void {
  useEffect(() => {
    const element = panel.current;
    if (!open || !element) return;
    const inside = element.getRootNode() as ShadowRoot;
    // Where somebody already is, they stay.
    if (inside.activeElement && inside.activeElement !== element && element.contains(inside.activeElement)) return;
    // A keyboard that jumps up unasked would cover half of a phone.
    const touch = matchMedia('(pointer: coarse)').matches;
    const field = touch ? null : element.querySelector<HTMLElement>('textarea, input:not([type=file])');
    (field ?? element).focus({ preventScroll: true });
  }, [open, ready, panel]);

  return (event) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) return close();
    if (event.key === 'Tab' && modal && panel.current) keepInside(event, panel.current);
  };
}

function keepInside(event: KeyboardEvent, element: HTMLElement): void {
  const all = [...element.querySelectorAll<HTMLElement>(REACHABLE)].filter((it) => it.checkVisibility?.() ?? true);
  const active = (element.getRootNode() as ShadowRoot).activeElement;
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return;
  const leaves = event.shiftKey ? active === first || active === element : active === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
