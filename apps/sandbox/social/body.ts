import { INSTAGRAM_ID, PAGE_ID } from '../meta/account';

/** One thing that happened between a person and the page. */
export interface SocialItem {
  network: 'messenger' | 'instagram';
  event: object;
}

/** The two networks are two objects, and a body holds one of them. */
export const byNetwork = (items: SocialItem[]): SocialItem[][] =>
  (['messenger', 'instagram'] as const)
    .map((network) => items.filter((item) => item.network === network))
    .filter((some) => some.length > 0);

export function socialBody(items: SocialItem[]): object {
  const instagram = items[0]?.network === 'instagram';
  const id = instagram ? INSTAGRAM_ID : PAGE_ID;
  return {
    object: instagram ? 'instagram' : 'page',
    entry: [{ id, time: Date.now(), messaging: items.map((item) => item.event) }],
  };
}
