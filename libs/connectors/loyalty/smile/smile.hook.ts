import { timingSafeEqual } from 'node:crypto';
import type { ChangeHook, ConnectorDeps, HookRequest } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { isSmileId } from './members';

/**
 * Apps of the Partner Portal are called about changed members. How Smile.io signs its calls is not confirmed, so they are
 * believed for the address alone that they come to (it ends in a word nobody can guess), and only as far as to ask again.
 */
export function smileHook(deps: ConnectorDeps): ChangeHook {
  const token = tokenOf(deps);
  return {
    verify(request) {
      if (request.method !== 'POST') return 'Smile.io calls with POST.';
      return sameText(lastWord(request), token)
        ? null
        : `The address to enter at Smile.io is the one that the check names.`;
    },
    hints({ body }) {
      const { topic, data } = fieldsIn(parsedJson(body));
      const externalId = textIn(fieldsIn(data).id);
      return topic === 'customer/updated' && isSmileId(externalId) ? [{ resource: 'loyalty_member', externalId }] : [];
    },
    answer: { status: 200 },
  };
}

/** Where Smile.io has to call. */
export const smileHookUrl = (deps: ConnectorDeps): string => `${deps.hookUrl}/${tokenOf(deps)}`;

const tokenOf = (deps: ConnectorDeps): string => deps.sign('smile hook', deps.hookUrl).slice(0, 40);

const lastWord = ({ url }: HookRequest): string => new URL(url).pathname.split('/').at(-1) ?? '';

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return right.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}
