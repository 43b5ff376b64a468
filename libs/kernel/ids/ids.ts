import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** UUIDv7: sorts by the time it was made. */
export function newId(): string {
  return v7();
}

/** Injected where a test wants to know the id beforehand. */
@Injectable()
export class Ids {
  next(): string {
    return newId();
  }
}
