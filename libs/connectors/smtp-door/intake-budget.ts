/** How much the door may hold in memory at once, over all its clients. */
export class IntakeBudget {
  private held = 0;

  constructor(private readonly bytes: number) {}

  /** False: there is no room; nothing was taken. */
  take(bytes: number): boolean {
    if (this.held + bytes > this.bytes) return false;
    this.held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.held -= bytes;
  }

  get used(): number {
    return this.held;
  }
}
