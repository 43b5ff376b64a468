import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Within this distance of the end the reader counts as reading the end. */
const NEAR_PX = 80;
/** What opens within this time of a press was opened by the reader, who wants to see it and not the end. */
const PRESS_MS = 500;

interface End {
  ref: RefObject<HTMLDivElement | null>;
  unseen: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/**
 * Keeps the thread at its end while the reader is there, and where it is while they read above. Tells which message was
 * really seen: what arrived below, or behind another tab, was not.
 */
export function useStickToEnd(newestId: string | undefined, count: number, onSeen: (id: string) => void): End {
  const ref = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  const before = useRef({ height: 0, count: 0 });
  const [unseen, setUnseen] = useState(false);
  const empty = count === 0;

  const look = useCallback(() => {
    if (!near.current || document.visibilityState !== 'visible') return;
    setUnseen(false);
    if (newestId) onSeen(newestId);
  }, [newestId, onSeen]);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const grown = box.scrollHeight - before.current.height;
    // Older messages were put on top: stay with the line that was being read.
    if (!near.current && before.current.count > 0 && box.scrollTop < NEAR_PX) box.scrollTop += grown;
    if (near.current) box.scrollTop = box.scrollHeight;
    before.current = { height: box.scrollHeight, count };
  }, [count, newestId]);

  useEffect(() => {
    if (near.current) look();
    else setUnseen(true);
    // A message that arrives is the reason; a new callback is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [newestId]);

  useEffect(() => {
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [look]);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    // Pictures that load, a card that opens below: the end moves without a new message.
    let pressedAt = -PRESS_MS;
    const onPress = (): void => {
      pressedAt = performance.now();
    };
    box.addEventListener('click', onPress);
    const observer = new ResizeObserver(() => {
      if (near.current && performance.now() - pressedAt > PRESS_MS) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => {
      box.removeEventListener('click', onPress);
      observer.disconnect();
    };
  }, [empty]);

  const onScroll = (): void => {
    const box = ref.current;
    if (!box) return;
    near.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    look();
  };
  const toEnd = (): void => {
    near.current = true;
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
    look();
  };
  return { ref, unseen, onScroll, toEnd };
}
