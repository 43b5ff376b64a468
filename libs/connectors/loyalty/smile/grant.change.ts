import type { PointsEntryBody } from '@satchel/contracts';
import { ConnectorError, type Change, type LoyaltyMember, type Write } from '../../port';
import { madeAt } from '../../vendor/action-age';
import { fieldsIn, textIn } from '../../vendor/loose';
import type { Members } from './members';
import { entryOf, memberOfEntry } from './points';
import { PAGE, type SmileClient } from './smile.client';

export interface GrantArgs {
  memberId: string;
  points: number;
  description: string;
}

/** Of a member who gets more entries than this between our try and our look, nobody can tell. */
const MOST_PAGES = 4;
/** Smile.io's clock and ours need not agree. */
const SKEW_MS = 10 * 60_000;

const noteOf = (key: string): string => `satchel:${key}`;

/** Points as a goodwill. Our key stands in the note that customers never see. */
export class Grant implements Change<GrantArgs, PointsEntryBody> {
  constructor(
    private readonly client: SmileClient,
    private readonly members: Members,
  ) {}

  async perform({ memberId, points, description }: GrantArgs, write: Write): Promise<PointsEntryBody> {
    if (!Number.isSafeInteger(points) || points <= 0) {
      throw new ConnectorError('rejected', 'A goodwill is a whole number of points, one or more.');
    }
    const member = await mayGet(this.members, memberId);
    return this.book(member.externalId, points, description, write);
  }

  async find({ memberId }: GrantArgs, key: string): Promise<PointsEntryBody | 'not_done' | 'unknown'> {
    const made = madeAt(key);
    const since: Record<string, string> = made
      ? { updated_at_min: new Date(made.getTime() - SKEW_MS).toISOString() }
      : {};
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { customer_id: memberId, limit: PAGE, ...since, ...(cursor && { cursor }) };
      const { rows, next } = await this.client.page('points_transactions', query);
      const ours = rows.find((row) => textIn(row.internal_note) === noteOf(key));
      if (ours) return entryOf(ours);
      if (!next) return 'not_done';
      cursor = next;
    }
    return 'unknown';
  }

  /** The same points back; refused by Smile.io when the member has spent them. */
  async undo(entry: PointsEntryBody, write: Write): Promise<void> {
    const memberId = await memberOfEntry(this.client, entry.externalId);
    if (memberId === null) throw new ConnectorError('not_found', 'Smile.io no longer has these points.');
    await this.book(memberId, -entry.points, `Taken back: ${entry.description}`.slice(0, 250), write);
  }

  private async book(memberId: string, points: number, description: string, write: Write): Promise<PointsEntryBody> {
    const fields = {
      customer_id: Number(memberId),
      points_change: points,
      description,
      internal_note: noteOf(write.key),
    };
    const answer = await this.client.change('/points_transactions', { points_transaction: fields }, write);
    return entryOf(fieldsIn(answer.points_transaction));
  }
}

/** Who may be given something; who was shut out may not. */
export async function mayGet(members: Members, memberId: string): Promise<LoyaltyMember> {
  const member = await members.byId(memberId);
  if (!member) throw new ConnectorError('not_found', 'The programme has no such member.');
  if (member.state === 'disabled') {
    throw new ConnectorError('rejected', 'The shop has shut this customer out of the loyalty programme.');
  }
  return member;
}
