/** Wakes the one who waits, or remembers that it rang. */
export class Bell {
  private rang = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rang = true;
    this.wake?.();
  }

  /** True: it rang; false: the time was over. */
  async wait(ms: number): Promise<boolean> {
    if (!this.rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => (clearTimeout(timer), resolve());
      });
    }
    const { rang } = this;
    this.rang = false;
    this.wake = null;
    return rang;
  }
}
