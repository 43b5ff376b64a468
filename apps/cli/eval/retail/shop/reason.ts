/** What the shop books a cancellation under, as its clerks would read what the customer said. */
export type Reason = 'ordered by mistake' | 'no longer needed';

const SAID = /mistak|accident|error|wrong|by chance|did ?n.?t mean|not mean|unintention/i;
const MEANT = ['mistake', 'accident'];

/** Nobody who reads "it was a mstake" takes it for "no longer needed": one slip in the word is read over. */
export function reasonOf(said: string | null): Reason {
  const words = (said ?? '').toLowerCase().match(/[a-z]+/g) ?? [];
  const slipped = words.some((word) => MEANT.some((one) => isSlip(word, one)));
  return slipped || SAID.test(said ?? '') ? 'ordered by mistake' : 'no longer needed';
}

/** A letter too many, one too few, or two that changed places. */
function isSlip(said: string, word: string): boolean {
  let at = 0;
  while (at < said.length && said[at] === word[at]) at += 1;
  const [a, b] = [said.slice(at), word.slice(at)];
  if (a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
