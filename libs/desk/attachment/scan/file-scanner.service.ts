import { Clock, Config, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { type ScanVerdict, scanWithClamd } from './clamd.client';

/** What a file's row keeps of its scan. */
export interface ScanMark {
  /** The signature that was found: the file is kept and given to nobody. */
  blocked: string | null;
  /** The scanner was away, or the file too large for it. */
  unscanned: boolean;
}

export const NOT_MARKED: ScanMark = { blocked: null, unscanned: false };
const UNSCANNED: ScanMark = { blocked: null, unscanned: true };
/** After a failure nobody waits for the scanner for so long; the job looks again. */
const REST_MS = 30_000;

/** The virus scanner of this installation, if it has one. */
@Injectable()
export class FileScanner {
  private awayUntil = 0;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Nobody gets a file before it was scanned. */
  get required(): boolean {
    return this.config.clamd?.required ?? false;
  }

  /** For a file that comes in: never throws, and waits for a scanner that is away only once in a while. */
  async mark(content: Buffer): Promise<ScanMark> {
    if (!this.config.clamd) return NOT_MARKED;
    if (this.clock.now().getTime() < this.awayUntil) return UNSCANNED;
    try {
      return await this.look(content);
    } catch (error) {
      this.awayUntil = this.clock.now().getTime() + REST_MS;
      this.log.warn({ err: error }, 'the virus scanner did not answer: files are scanned later');
      return UNSCANNED;
    }
  }

  /** Throws when the scanner is away. Without one there is nothing to find. */
  async look(content: Buffer): Promise<ScanMark> {
    if (!this.config.clamd) return NOT_MARKED;
    const verdict = await scanWithClamd(this.config.clamd, content);
    if (verdict.is === 'infected') this.log.warn({ signature: verdict.signature }, 'a file is infected');
    return markOf(verdict);
  }
}

function markOf(verdict: ScanVerdict): ScanMark {
  if (verdict.is === 'too_large') return UNSCANNED;
  return verdict.is === 'infected' ? { blocked: verdict.signature, unscanned: false } : NOT_MARKED;
}
