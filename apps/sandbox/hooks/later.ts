/** Things that vendors do a moment after they answered; forgotten on reset and at the end. */
export class Later {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    /** How long one step of a message's way takes. */
    readonly paceMs: number,
  ) {}

  /** `steps` of the pace from now. */
  in(steps: number, work: () => void | Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void work();
    }, this.paceMs * steps);
    this.timers.add(timer);
  }

  clear(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
