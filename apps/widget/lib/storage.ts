/** The part of the web's storage that we use. */
export interface Shelf {
  keys(): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** For pages where storage is forbidden or full: all works until the page is left. */
export function memoryShelf(): Shelf {
  const map = new Map<string, string>();
  return {
    keys: () => [...map.keys()],
    get: (key) => map.get(key) ?? null,
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
  };
}

/** Reads through to the web's storage and falls back to memory, since a browser may forbid either. */
export function webShelf(area: () => Storage): Shelf {
  const memory = memoryShelf();
  const attempt = <T>(work: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return work(area());
    } catch {
      return otherwise();
    }
  };
  return {
    keys: () => [
      ...new Set([
        ...attempt(
          (storage) => Object.keys(storage),
          () => [],
        ),
        ...memory.keys(),
      ]),
    ],
    get: (key) =>
      memory.get(key) ??
      attempt(
        (storage) => storage.getItem(key),
        () => null,
      ),
    set: (key, value) => {
      const stored = attempt(
        (storage) => (storage.setItem(key, value), true),
        () => false,
      );
      if (stored) memory.remove(key);
      else memory.set(key, value);
    },
    remove: (key) => {
      memory.remove(key);
      attempt(
        (storage) => storage.removeItem(key),
        () => undefined,
      );
    },
  };
}

export function readJson<T>(shelf: Shelf, key: string): T | null {
  try {
    return JSON.parse(shelf.get(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
