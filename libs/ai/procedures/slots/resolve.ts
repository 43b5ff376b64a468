import type { Slot } from '../document';
import type { Work } from '../turn';
import type { Resolved } from './resolved';
import { resolveLines } from './slot-lines';
import { resolveMethod } from './slot-method';
import { resolveOrder } from './slot-order';
import { resolveReward, resolveSimple } from './slot-simple';
import { resolveVariant } from './slot-variant';

export function resolve(work: Work, name: string, slot: Slot): Resolved {
  switch (slot.kind) {
    case 'order':
      return resolveOrder(work, name, slot);
    case 'lines':
      return resolveLines(work, name, slot);
    case 'variant':
      return resolveVariant(work, name, slot);
    case 'reward':
      return resolveReward(work, name, slot);
    case 'method':
      return resolveMethod(work, name, slot);
    case 'choice':
    case 'text':
    case 'address':
    case 'day':
    case 'code':
      return resolveSimple(work, name, slot);
  }
}
