import { ConnectorError, type Verdict } from '../../port';
import { fieldsIn, listIn, parsedJson } from '../../vendor/loose';
import type { ReturnsDoor } from './changes/returns-door';
import { isTrue, wordIn } from './facts';
import type { LightspeedClient } from './lightspeed.client';
import { CLUSTERS, type Cluster } from './lightspeed.credentials';
import { isLanguageRefusal, reasonIn, refusalOf } from './lightspeed.errors';
import type { Shop } from './shop';

/** What each part needs, in the words of the page where the permissions are ticked. */
const NEEDS: readonly { capability: string; group: string; right: 'read' | 'write'; label: string }[] = [
  { capability: 'orders', group: 'orders', right: 'read', label: 'Orders > Read' },
  { capability: 'customers', group: 'customers', right: 'read', label: 'Customers > Read' },
  { capability: 'products', group: 'products', right: 'read', label: 'Products > Read' },
  { capability: 'refund', group: 'orders', right: 'write', label: 'Orders > Write' },
  { capability: 'returns', group: 'orders', right: 'write', label: 'Orders > Write' },
  { capability: 'cancel', group: 'orders', right: 'write', label: 'Orders > Write' },
  { capability: 'status', group: 'orders', right: 'write', label: 'Orders > Write' },
  { capability: 'remark', group: 'orders', right: 'write', label: 'Orders > Write' },
  { capability: 'hook', group: 'settings', right: 'write', label: 'Settings > Write' },
  { capability: 'theme', group: 'settings', right: 'write', label: 'Settings > Write' },
];
/** An address change through the API is documented nowhere, so staff make it. */
const NEVER = {
  capability: 'address',
  reason: 'Lightspeed has no sure way to change the address of an order: staff change it in the back office',
};
/** A shop tells its languages only to who asks in one of them; these are the usual ones. */
const USUAL_LANGUAGES = ['nl', 'en', 'us', 'de', 'fr', 'es', 'it', 'da', 'fc', 'be'];
const WHERE = 'under Settings > Developers in the back office';

export class LightspeedCheck {
  constructor(
    private readonly client: LightspeedClient,
    private readonly shop: Shop,
    private readonly door: ReturnsDoor,
  ) {}

  async run(): Promise<Verdict> {
    const permissions = await this.permissions();
    const verdict: Verdict = { can: [], cannot: [], account: null };
    for (const { capability, group, right, label } of NEEDS) {
      if (isTrue(fieldsIn(permissions[group])[right])) verdict.can.push(capability);
      else verdict.cannot.push({ capability, reason: `The key may not do this: tick ${label} ${WHERE}` });
    }
    if (isTrue(fieldsIn(permissions.orders).write)) verdict.can.push('discounts');
    verdict.cannot.push(NEVER);
    await this.tellReturns(verdict);
    verdict.account = await this.account();
    return verdict;
  }

  private async permissions(): Promise<Record<string, unknown>> {
    const { status, text } = await this.client.probe('GET', 'account/permissions');
    if (status === 401) throw await this.wrongKey();
    if (isLanguageRefusal(status, reasonIn(text))) throw await this.wrongLanguage();
    if (status === 404) {
      throw new ConnectorError('auth', 'Lightspeed knows no shop for this key: it may have moved or been closed', {
        vendorCode: '404',
      });
    }
    const refusal = refusalOf(status, text, this.client.credentials.language);
    if (refusal) throw refusal;
    return fieldsIn(fieldsIn(parsedJson(text)).accountPermissions);
  }

  /** A key of the other cluster is refused here like any wrong one; so the other one is asked, which is Lightspeed too. */
  private async wrongKey(): Promise<ConnectorError> {
    const { cluster } = this.client.credentials;
    const other: Cluster = cluster === 'eu1' ? 'us1' : 'eu1';
    const told = { vendorCode: '401' };
    if (this.client.root(other) !== this.client.root() && (await this.answersAt(other))) {
      return new ConnectorError('auth', `This key belongs to the cluster ${other}: choose ${other} above`, told);
    }
    const message =
      `Lightspeed (${cluster}) refused the API key or the API secret: compare both with those ${WHERE}. ` +
      `If they are right, the shop may be in the other cluster, ${other}`;
    return new ConnectorError('auth', message, told);
  }

  private async answersAt(cluster: Cluster): Promise<boolean> {
    try {
      const root = CLUSTERS[cluster].api;
      const { status, text } = await this.client.probe('GET', 'account/permissions', null, root);
      return status === 200 || status === 403 || isLanguageRefusal(status, reasonIn(text));
    } catch {
      return false;
    }
  }

  private async wrongLanguage(): Promise<ConnectorError> {
    const { language } = this.client.credentials;
    const active = await this.activeLanguages();
    const choose = active.length > 0 ? `: choose one of ${active.join(', ')}` : ': look under Settings > Languages';
    return new ConnectorError('auth', `The language "${language}" is not active in this shop${choose}`, {
      vendorCode: '404',
    });
  }

  private async activeLanguages(): Promise<string[]> {
    for (const language of USUAL_LANGUAGES) {
      const { status, text } = await this.client.probe('GET', 'languages', null, null, language);
      if (status !== 200) continue;
      const rows = listIn(fieldsIn(parsedJson(text)).languages).map(fieldsIn);
      return rows.filter((row) => isTrue(row.isActive)).map((row) => wordIn(row.code) ?? '');
    }
    return [];
  }

  private async tellReturns(verdict: Verdict): Promise<void> {
    if (!verdict.can.includes('returns')) return;
    if ((await this.door.way()) === 'api') {
      verdict.can.push('returns_in_shop');
      return;
    }
    verdict.cannot.push({
      capability: 'returns_in_shop',
      reason:
        "This shop takes no returns through its API: a requested return is kept as a note in the order's memo, " +
        'and staff enter it in the back office',
    });
  }

  private async account(): Promise<string | null> {
    try {
      return (await this.shop.facts()).name;
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.vendorCode !== '403') throw error;
      const message = `The key may not read the shop's currency: tick Settings > Read ${WHERE}`;
      throw new ConnectorError('auth', message, { vendorCode: '403' });
    }
  }
}
