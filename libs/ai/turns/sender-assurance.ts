import { addressFrom, assuranceOf } from '../identity/assurance';
import type { Assurance } from '../tools/tool';
import type { Scene } from './turn.queries';

/** How sure it is who wrote the newest message. */
export function senderAssurance({ customerAddress, inbound, verified }: Scene): Assurance {
  const { from, sender } = inbound?.meta ?? {};
  return assuranceOf({
    destination: addressFrom(customerAddress),
    from: typeof from === 'string' ? from : null,
    senderAuthenticated: sender === 'proven',
    verified,
  });
}
