import { fieldsIn } from '../../vendor/loose';
import { badDocument } from '../custom-api.errors';

/** The object that a value is or refers to, with the references on the way to it. */
export type Follow = (value: unknown) => { value: Record<string, unknown>; by: string[] };

const MOST_STEPS = 20;

/** One reference after the other, as somebody asks: a document that names itself over and over is never written out. */
export function follower(lookUp: (pointer: string) => unknown): Follow {
  return (value) => {
    const by: string[] = [];
    let at = fieldsIn(value);
    while (typeof at.$ref === 'string') {
      const pointer = at.$ref;
      if (by.length === MOST_STEPS) throw badDocument(`Its reference "${pointer.slice(0, 100)}" leads in a circle.`);
      by.push(pointer);
      try {
        at = fieldsIn(lookUp(pointer));
      } catch {
        throw badDocument(`Its reference "${pointer.slice(0, 100)}" cannot be resolved.`);
      }
    }
    return { value: at, by };
  };
}
