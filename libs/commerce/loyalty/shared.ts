const MOST_ENTRIES = 5_000;

/** Answers of outside systems, kept for a short while; callers at the same moment share one question. Failures are not kept. */
export class Shared<T> {
  private readonly kept = new Map<string, { value: T; until: number }>();
  private readonly asking = new Map<string, Promise<T>>();

  constructor(
    private readonly goodForMs: number,
    private readonly now: () => Date,
    private readonly most = MOST_ENTRIES,
  ) {}

  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const entry = this.kept.get(key);
    if (entry && this.now().getTime() < entry.until) return entry.value;
    const underway = this.asking.get(key);
    if (underway) return underway;
    const asking: Promise<T> = Promise.resolve()
      .then(ask)
      .then((value) => {
        // Somebody may have asked to forget it meanwhile.
        if (this.asking.get(key) === asking) this.keep(key, value);
        return value;
      })
      .finally(() => {
        if (this.asking.get(key) === asking) this.asking.delete(key);
      });
    this.asking.set(key, asking);
    return asking;
  }

  /** Everything whose key begins and ends so; an answer that is underway is not kept either. */
  forget(start: string, end: string): void {
    for (const keys of [this.kept, this.asking])
      for (const key of keys.keys()) if (key.startsWith(start) && key.endsWith(end)) keys.delete(key);
  }

  private keep(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, { value, until: this.now().getTime() + this.goodForMs });
    const oldest = this.kept.size > this.most ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
