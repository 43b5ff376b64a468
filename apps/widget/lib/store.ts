/** A value that others watch. Same value, no call. */
export class Store<T extends object> {
  private readonly watchers = new Set<(value: T) => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  set(change: Partial<T>): void {
    const changed = (Object.keys(change) as (keyof T)[]).some((key) => change[key] !== this.value[key]);
    if (!changed) return;
    this.value = { ...this.value, ...change };
    for (const watcher of [...this.watchers]) watcher(this.value);
  }

  watch(watcher: (value: T) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}
