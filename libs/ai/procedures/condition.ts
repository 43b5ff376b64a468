import { z } from 'zod';

export type FactValue = string | number | boolean | null;

/** A question about one fact, or several of them joined. Nothing but these forms exists: no formula is ever evaluated. */
export type Condition =
  | { fact: string; is: string | number | boolean | (string | number)[] }
  | { fact: string; known: boolean }
  | { fact: string; atLeast: number }
  | { fact: string; atMost: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const fact = z.string().min(1).max(60);
const value = z.union([z.string().max(100), z.number(), z.boolean()]);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({
        fact,
        is: z.union([
          value,
          z
            .array(z.union([z.string().max(100), z.number()]))
            .min(1)
            .max(20),
        ]),
      }),
      z.strictObject({ fact, known: z.boolean() }),
      z.strictObject({ fact, atLeast: z.number() }),
      z.strictObject({ fact, atMost: z.number() }),
      z.strictObject({ all: z.array(conditionSchema).min(1).max(10) }),
      z.strictObject({ any: z.array(conditionSchema).min(1).max(10) }),
      z.strictObject({ not: conditionSchema }),
    ],
    { error: 'must be one of {fact, is}, {fact, known}, {fact, atLeast}, {fact, atMost}, {all}, {any}, {not}' },
  ),
);

/** Whether it holds. What is not known equals nothing, so a branch is never taken on a guess. */
export function holds(condition: Condition, read: (fact: string) => FactValue): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, read));
  if ('any' in condition) return condition.any.some((each) => holds(each, read));
  if ('not' in condition) return !holds(condition.not, read);
  const found = read(condition.fact);
  if ('known' in condition) return (found !== null) === condition.known;
  if (found === null) return false;
  if ('atLeast' in condition) return typeof found === 'number' && found >= condition.atLeast;
  if ('atMost' in condition) return typeof found === 'number' && found <= condition.atMost;
  return Array.isArray(condition.is) ? condition.is.some((each) => each === found) : condition.is === found;
}

/** Every single question of a condition, for checking it against what facts there are. */
export function questionsOf(condition: Condition): Extract<Condition, { fact: string }>[] {
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('not' in condition) return questionsOf(condition.not);
  return [condition];
}
