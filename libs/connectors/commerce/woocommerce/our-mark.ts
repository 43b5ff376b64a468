import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import type { Fields } from './woocommerce.client';

/**
 * WooCommerce has no idempotency key; metadata is our place for it. It goes along in the request that makes the change, and
 * each action has a name of its own, so that two actions at a time cannot overwrite each other. A name that begins with an
 * underscore is shown to nobody in the shop.
 */
const PREFIX = '_satchel_';
const nameOf = (kind: string, key: string): string => `${PREFIX}${kind}_${key}`;

export const marked = (kind: string, key: string) => [{ key: nameOf(kind, key), value: key }];

const names = (record: Fields): string[] => listIn(record.meta_data).map((one) => textIn(fieldsIn(one).key));

export const hasMark = (record: Fields, kind: string, key: string): boolean =>
  names(record).includes(nameOf(kind, key));

export const hasAnyMark = (record: Fields, kind: string): boolean =>
  names(record).some((name) => name.startsWith(`${PREFIX}${kind}_`));
