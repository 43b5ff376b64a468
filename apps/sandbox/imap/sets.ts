import type { ImapMail } from './folders';
import { BadCommand } from './tokens';

/** Whether a number is in a set like "1:3,7,9:*". "N:*" always holds the last one (RFC 3501, 6.4.8). */
export function inSet(set: string, last: number): (number: number) => boolean {
  if (!/^(\d+|\*)(:(\d+|\*))?(,(\d+|\*)(:(\d+|\*))?)*$/.test(set)) throw new BadCommand(`no set: ${set}`);
  const bound = (word: string) => (word === '*' ? last : Number(word));
  const ranges = set.split(',').map((range) => {
    const [from = '', to = from] = range.split(':');
    const ends = [bound(from), bound(to)];
    return [Math.min(...ends), Math.max(...ends)] as const;
  });
  return (number) => ranges.some(([from, to]) => number >= from && number <= to);
}

export function chosen(view: ImapMail[], set: string, byUid: boolean): { mail: ImapMail; seq: number }[] {
  const last = byUid ? (view.at(-1)?.uid ?? 0) : view.length;
  const holds = inSet(set, last);
  return view.map((mail, index) => ({ mail, seq: index + 1 })).filter(({ mail, seq }) => holds(byUid ? mail.uid : seq));
}
