/** What a reply is about; its answers come from the tools named in topics.ts. */
export const TOPICS = [
  'transit', 'delivered', 'unshipped', 'two', 'refunded', 'cancelled', 'returned', 'points', 'policy', 'product',
  'discount', 'address', 'approval', 'cannot', 'lines',
] as const; // prettier-ignore
export type Topic = (typeof TOPICS)[number];

/**
 * One language's replies as a model might word them. `{slot}` is filled from the world; `[[kind: true | false]]` is a
 * wording with its falsehood. `[r]` and `[s]` are marks of cited passages.
 */
export interface Phrases {
  greetings: string[];
  closings: string[];
  replies: Record<Topic, string[]>;
  passages: { returns: string; shipping: string };
  /** What is added to a reply to make it untrue. `#` stands for a number. */
  lies: { promise: string[]; act: string[]; link: string[]; percent: string[]; address: string[] };
}
