/** Wakes the one who waits, or remembers that it rang. */
export class Bell {
  private rang = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rang = true;
    this.wake?.();
  }

  /** Until it rings, or the time is over. */
  async wait(ms: number): Promise<void> {
    if (!this.rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => (clearTimeout(timer), resolve());
      });
    }
    this.rang = false;
    this.wake = null;
  }
}
