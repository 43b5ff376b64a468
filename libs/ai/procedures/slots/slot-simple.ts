import { fold } from '../../text/normalise';
import type { PointsData } from '../../tools/tool-data';
import { readAddress } from '../address';
import { choose } from '../choose';
import type { Slot } from '../document';
import { listed, words } from '../speak';
import { isWord } from '../titles';
import { failed, hasTool, look, slotOf, type Work } from '../turn';
import type { Resolved } from './resolved';
import { ask, GIVEN, handOver, PENDING_SLOT } from './resolved';
import { wishOf } from './slot-lines';

/** For the record of an action; longer texts say no more. */
const TEXT_CHARS = 200;

/** Slots that one message can fill by itself. */
export function resolveSimple(work: Work, name: string, slot: Slot): Resolved {
  const { turn, frame, fresh } = work;
  const waited = frame.waitsFor === name;
  const known = slotOf(frame, name) !== null;
  const texts = [
    ...(fresh && (waited || (slot.kind !== 'text' && (fresh.correction || !known))) ? [fresh.text] : []),
    ...(known || !(slot.from.includes('words') || slot.from.includes('entity')) ? [] : [wishOf(work)]),
  ];
  for (const text of texts) {
    const value = read(slot, text, work, waited);
    if (value !== null) {
      frame.slots[name] = value;
      return GIVEN;
    }
  }
  if (known) return GIVEN;
  if (slot.kind === 'choice' && slot.otherwise !== undefined) {
    frame.slots[name] = slot.otherwise;
    return GIVEN;
  }
  const again = slot.kind === 'address' && waited ? 'ask_address_again' : slot.ask;
  return ask(words(turn, again));
}

function read(slot: Slot, text: string, work: Work, waited: boolean) {
  switch (slot.kind) {
    case 'choice':
      return choice(slot, text);
    case 'address':
      return readAddress(text) as unknown as { [key: string]: string | string[] } | null;
    case 'day': {
      const days = work.fresh?.text === text ? work.fresh.entities.days : listOf(work.frame.slots.days);
      return days.length === 1 ? (days[0] ?? null) : null;
    }
    case 'code': {
      const codes = work.fresh?.text === text ? work.fresh.entities.codes : listOf(work.frame.slots.codes);
      const bare = waited ? /^\s*["']?([A-Za-z0-9_-]{3,40})["']?[.!]?\s*$/.exec(text)?.[1] : undefined;
      return codes[0] ?? bare ?? null;
    }
    case 'text': {
      const flat = text.replace(/\s+/g, ' ').trim();
      return flat ? flat.slice(0, TEXT_CHARS) : null;
    }
    default:
      return null;
  }
}

/** "This takes too long" is said of us and of no trousers. */
const HURRY = /\b(?:takes?|taking|took|dauert|duurt|prend|tarda)\b[^,.!?]{0,20}\b(?:long|lange?|longtemps|mucho)\b/giu;

/** The one answer whose words stand in the text; two of them are no answer. */
export function choice(slot: Slot, text: string): string | null {
  const folded = ` ${fold(text.replace(HURRY, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const options = slot.options ?? [];
  const exact = options.filter((option) => option.words.some((word) => folded.includes(` ${fold(word)} `)));
  const said = folded.trim().split(' ');
  const found =
    exact.length > 0
      ? exact
      : options.filter((option) => option.words.some((word) => stands(fold(word).split(' '), said)));
  return found.length === 1 ? (found[0]?.value ?? null) : null;
}

/** The words one after the other, with a slip in a long one. */
function stands(words: readonly string[], said: readonly string[]): boolean {
  return said.some((_, from) => words.every((word, at) => isWord(said[from + at] ?? '', word)));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A reward that the customer's points are enough for. */
export function resolveReward(work: Work, name: string, slot: Slot): Resolved {
  const { turn, frame, fresh } = work;
  if (!hasTool(turn, 'points')) return handOver(work.document.reason);
  const data = look(turn, 'points', {});
  if (data === undefined) return PENDING_SLOT;
  if (failed(data)) return handOver('lookup_failed');
  work.results.set('points', data);
  const rewards = (data as PointsData).rewards.filter(({ affordable }) => affordable);
  if (rewards.length === 0) return handOver(work.document.reason);
  const waited = frame.waitsFor === name;
  const kept = rewards.find(({ rewardId }) => rewardId === slotOf(frame, name));
  const text = fresh && (waited || fresh.correction || !kept) ? fresh.text : kept ? '' : wishOf(work);
  const named = rewards.map((reward) => ({ reward, names: [reward.title] }));
  const { hits } = choose(text, named, { listed: waited });
  const hit =
    hits.length === 1
      ? hits[0]?.reward
      : (kept ?? (rewards.length === 1 && slot.from.includes('only') ? rewards[0] : undefined));
  if (!hit)
    return ask(
      words(turn, slot.ask, {
        list: listed(
          turn,
          rewards.map(({ title }) => title),
          'or',
        ),
      }),
      rewards.map(({ rewardId }) => rewardId),
    );
  frame.slots[name] = hit.rewardId;
  frame.slots.toldReward = hit.title;
  return GIVEN;
}
