import { ConnectorError, type Verdict } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { wordIn } from './facts';
import type { WoocommerceClient } from './woocommerce.client';
import { toldIn } from './woocommerce.errors';

/** What each part asks for, to see whether the key may; an empty batch changes nothing. */
const READS: readonly [capability: string, path: string][] = [
  ['customers', 'customers'],
  ['products', 'products'],
  ['discounts', 'coupons'],
];
const WRITES: readonly [capabilities: readonly string[], path: string][] = [
  [['refund', 'cancel', 'address', 'status', 'remark'], 'orders/batch'],
  [['discounts.create'], 'coupons/batch'],
  [['hook'], 'webhooks/batch'],
];
const WHERE = 'under WooCommerce > Settings > Advanced > REST API';
const READ_ONLY = `The key may only read: set its permissions to Read/Write ${WHERE}`;
const WRONG_USER = `The key's user may not do this: make a key for an administrator or a shop manager ${WHERE}`;

const wrong = (message: string, vendorCode: string): ConnectorError =>
  new ConnectorError('auth', message, { vendorCode });

export async function check(client: WoocommerceClient): Promise<Verdict> {
  const account = await siteName(client);
  await client.page('orders', { per_page: 1, _fields: 'id' }).catch((error: unknown) => {
    throw explained(error);
  });
  const verdict: Verdict = { can: ['orders'], cannot: [], account };
  const tell = (capabilities: readonly string[], reason: string | null): void => {
    for (const capability of capabilities) {
      if (reason === null) verdict.can.push(capability);
      else verdict.cannot.push({ capability, reason });
    }
  };
  const reads = READS.map(async ([capability, path]) => {
    const reason = await lack(() => client.page(path, { per_page: 1, _fields: 'id' }));
    return [[capability], reason] as const;
  });
  const writes = WRITES.map(async ([capabilities, path]) => {
    return [capabilities, await lack(() => client.note('POST', path, {}))] as const;
  });
  for (const [capabilities, reason] of await Promise.all([...reads, ...writes])) tell(capabilities, reason);
  return verdict;
}

/** Null: the key may. */
async function lack(ask: () => Promise<unknown>): Promise<string | null> {
  try {
    await ask();
    return null;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.code === 'auth') return /only read/.test(error.message) ? READ_ONLY : WRONG_USER;
    // An old WooCommerce without this address, or a plug-in that took it away.
    if (error.vendorCode === 'rest_no_route') return 'This WooCommerce does not have it: update the plug-in';
    throw error;
  }
}

/** What stands at the address, before any key is shown to it: WordPress tells everybody its name and its plug-ins' APIs. */
async function siteName(client: WoocommerceClient): Promise<string | null> {
  const { shopUrl } = client.credentials;
  const { status, headers, text } = await client.probe('GET', `${client.site}/wp-json/`, null, false);
  const { code } = toldIn(text);
  if (status >= 300 && status < 400) throw wrong(movedWords(headers.get('location'), shopUrl), String(status));
  if ((status === 401 || status === 403) && code) {
    const message =
      'The REST API of this WordPress is switched off for guests, mostly by a security plug-in: allow /wp-json/';
    throw wrong(message, code);
  }
  const index = fieldsIn(parsedJson(text));
  const namespaces = listIn(index.namespaces).map(textIn);
  if (status >= 200 && status < 300 && namespaces.length > 0) {
    if (namespaces.includes('wc/v3')) return wordIn(index.name);
    throw wrong('This WordPress has no WooCommerce: switch the plug-in on, version 3.5 or later', 'rest_no_route');
  }
  if (status === 429 || status >= 500) {
    throw new ConnectorError('unavailable', 'The shop is having trouble', { vendorCode: String(status) });
  }
  throw (await hasPlainPermalinks(client))
    ? wrong('The permalinks of this WordPress are plain: choose any other kind under Settings > Permalinks', 'plain')
    : wrong(`There is no WordPress with its REST API at ${shopUrl}: look at the shop address`, String(status));
}

async function hasPlainPermalinks(client: WoocommerceClient): Promise<boolean> {
  const { status, text } = await client.probe('GET', `${client.site}/?rest_route=/`, null, false);
  return status === 200 && listIn(fieldsIn(parsedJson(text)).namespaces).length > 0;
}

function movedWords(location: string | null, shopUrl: string): string {
  if (!location || !URL.canParse(location, shopUrl))
    return 'The shop sends us on to another address: look at the shop address';
  const { href } = new URL(location, shopUrl);
  return `The shop has moved: enter ${href.replace(/\/wp-json\/?.*$/, '')} as its address`;
}

/** Which field is wrong, for whoever has just filled the form. */
function explained(error: unknown): unknown {
  if (!(error instanceof ConnectorError) || error.code !== 'auth') return error;
  const { vendorCode, message } = error;
  const told = (words: string): ConnectorError => wrong(words, vendorCode ?? '401');
  if (/secret/.test(message))
    return told(`WooCommerce refused the consumer secret: compare it, or make a new key ${WHERE}`);
  if (/only write/.test(message)) return told(`The key may only write: set its permissions to Read/Write ${WHERE}`);
  if (/user may not/.test(message)) return told(WRONG_USER);
  return told(
    `WooCommerce does not know this consumer key: compare it ${WHERE}. If it is right, the web server drops it on its ` +
      'way: tick "Send the key in the address"',
  );
}
