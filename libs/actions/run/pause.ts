import { Injectable } from '@nestjs/common';

/** The only way the engine waits, so that tests need not. */
@Injectable()
export class Pause {
  for(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
