import { textIn } from '../../vendor/loose';
import type { GraphClient } from '../../vendor/meta/graph.client';

const KEPT = 500;

/** Names of those who write: events carry ids only. Asked for once each, and done without when Meta does not tell. */
export class Profiles {
  private readonly names = new Map<string, string | null>();

  constructor(
    private readonly graph: GraphClient,
    private readonly network: 'messenger' | 'instagram',
  ) {}

  async nameOf(id: string): Promise<string | null> {
    if (!/^\d{1,30}$/.test(id)) return null;
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const name = await this.ask(id);
    if (this.names.size >= KEPT) this.names.clear();
    this.names.set(id, name);
    return name;
  }

  private async ask(id: string): Promise<string | null> {
    const fields = this.network === 'messenger' ? 'name' : 'name,username';
    try {
      const profile = await this.graph.get(`/${id}`, { fields });
      return (textIn(profile.name) || textIn(profile.username)).trim().slice(0, 200) || null;
    } catch (error) {
      this.graph.deps.log.debug({ err: error }, 'a name could not be looked up');
      return null;
    }
  }
}
