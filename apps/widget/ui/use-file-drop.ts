import { useRef, useState } from 'preact/hooks';

/** Files that are dragged over an element. Nothing else that is dragged concerns us. */
export function useFileDrop(add: ((files: Iterable<File>) => void) | null) {
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const isOurs = (event: DragEvent): boolean => add !== null && (event.dataTransfer?.types.includes('Files') ?? false);
  const leave = (): void => {
    depth.current = 0;
    setOver(false);
  };
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!isOurs(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver: (event: DragEvent) => {
        if (isOurs(event)) event.preventDefault();
      },
      onDragLeave: (event: DragEvent) => {
        if (isOurs(event) && --depth.current <= 0) leave();
      },
      onDrop: (event: DragEvent) => {
        if (!isOurs(event)) return;
        event.preventDefault();
        leave();
        add?.(event.dataTransfer?.files ?? []);
      },
    },
  };
}
