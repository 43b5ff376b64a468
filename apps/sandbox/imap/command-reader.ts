const LARGEST_COMMAND = 50 * 1024 * 1024;

/** Cuts what a client sends into commands: lines, with the literals that they announce ({12} or {12+} at a line's end). */
export class CommandReader {
  private buffer = Buffer.alloc(0);
  private parts: Buffer[] = [];
  /** Bytes of the literal that is being read. */
  private literal: number | null = null;

  constructor(
    /** The client waits for a word before it sends a literal. */
    private readonly goAhead: () => void,
    private readonly onCommand: (parts: Buffer[]) => void,
  ) {}

  push(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    if (this.buffer.length > LARGEST_COMMAND) throw new Error('too large a command');
    while (this.step());
  }

  private step(): boolean {
    if (this.literal !== null) {
      if (this.buffer.length < this.literal) return false;
      this.parts.push(this.buffer.subarray(0, this.literal));
      this.buffer = this.buffer.subarray(this.literal);
      this.literal = null;
      return true;
    }
    const end = this.buffer.indexOf('\n');
    if (end < 0) return false;
    const line = this.buffer.subarray(0, end > 0 && this.buffer[end - 1] === 13 ? end - 1 : end);
    this.buffer = this.buffer.subarray(end + 1);
    const announced = /\{(\d{1,9})(\+?)\}$/.exec(line.toString('latin1'));
    if (!announced) {
      const parts = [...this.parts, line];
      this.parts = [];
      this.onCommand(parts);
      return true;
    }
    this.parts.push(line.subarray(0, line.length - announced[0].length));
    this.literal = Number(announced[1]);
    if (!announced[2]) this.goAhead();
    return true;
  }
}
