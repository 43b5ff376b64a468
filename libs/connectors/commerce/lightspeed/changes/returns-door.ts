import { fieldsIn, parsedJson } from '../../../vendor/loose';
import { idIn } from '../facts';
import type { LightspeedClient } from '../lightspeed.client';
import type { ReturnWay } from '../lightspeed.credentials';

/**
 * Finds out whether the shop takes returns through the API: an empty one is refused by whoever takes returns (400, 422) and
 * unknown to whoever does not (404, 405). The finding is kept with the settings, so it is tried once and not at each check.
 */
export class ReturnsDoor {
  private found: ReturnWay | null;

  constructor(private readonly client: LightspeedClient) {
    this.found = client.credentials.returns ?? null;
  }

  async way(): Promise<ReturnWay> {
    if (this.found) return this.found;
    const { status, text } = await this.client.probe('POST', 'returns', {});
    if (status >= 200 && status < 300) await this.takeBack(text);
    const tells = (status >= 200 && status < 300) || [400, 404, 405, 422].includes(status);
    const way: ReturnWay = tells && status !== 404 && status !== 405 ? 'api' : 'note';
    // Anything else (no permission, trouble) tells nothing that would last.
    if (tells) {
      this.found = way;
      await this.client.deps.keep({ returns: way });
    }
    return way;
  }

  /** A shop that made a return of nothing is rid of it again. */
  private async takeBack(text: string): Promise<void> {
    const id = idIn(fieldsIn(fieldsIn(parsedJson(text)).return).id);
    if (id) await this.client.note('DELETE', `returns/${id}`, null);
  }
}
