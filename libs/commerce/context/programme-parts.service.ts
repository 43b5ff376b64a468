import { Injectable } from '@nestjs/common';
import { ConnectionService, type CustomAdapter, type CustomOperation, type LoyaltyAdapter } from '@satchel/connectors';
import type { ConnectionBody, CustomCardBody, LoyaltyMemberBody, SubscriptionBody } from '@satchel/contracts';
import { Answers } from './answers';
import type { Inquiry } from './inquiry';
import type { Person } from './person';

const MOST_ENTRIES = 10;
const FROM_MEMORY = 'What it last told is shown.';

type Connection = Pick<ConnectionBody, 'id' | 'label' | 'kind'>;

/** What programmes, subscriptions and systems of the merchant's own choosing know of a person, under proven addresses. */
@Injectable()
export class ProgrammePartsReader {
  constructor(
    private readonly connections: ConnectionService,
    private readonly answers: Answers,
  ) {}

  async loyalty(inquiry: Inquiry): Promise<LoyaltyMemberBody[]> {
    const programmes = await this.connections.byKind(inquiry.ctx, 'loyalty');
    const found = await Promise.all(
      programmes.flatMap(({ connection, adapter }) =>
        inquiry.person.emails.map((email) =>
          this.ask(inquiry, connection, `member:${email}`, () => memberOf(connection.id, adapter, email)),
        ),
      ),
    );
    return uniqueBy(found.flatMap((member) => member ?? []));
  }

  async subscriptions(inquiry: Inquiry): Promise<SubscriptionBody[]> {
    const services = await this.connections.byKind(inquiry.ctx, 'subscription');
    const found = await Promise.all(
      services.flatMap(({ connection, adapter }) =>
        inquiry.person.emails.map((email) =>
          this.ask(inquiry, connection, `subscriptions:${email}`, async () =>
            (await adapter.byEmail(email)).map((one) => ({ ...one, connectionId: connection.id })),
          ),
        ),
      ),
    );
    return uniqueBy(found.flatMap((one) => one ?? []));
  }

  async cards(inquiry: Inquiry): Promise<CustomCardBody[]> {
    const systems = await this.connections.byKind(inquiry.ctx, 'custom');
    const found = await Promise.all(
      systems.map(({ connection, adapter }) => this.cardsOf(inquiry, connection, adapter)),
    );
    return found.flat();
  }

  private async cardsOf(inquiry: Inquiry, connection: Connection, adapter: CustomAdapter): Promise<CustomCardBody[]> {
    const operations = await this.ask(inquiry, connection, 'operations', () => adapter.operations());
    const cards = (operations ?? []).filter((one) => one.effect === 'read' && one.card);
    const found = await Promise.all(
      cards.map(async (operation): Promise<CustomCardBody[]> => {
        const args = argumentsOf(operation, inquiry.person);
        if (!args || !operation.card) return [];
        const question = `card:${operation.name}:${JSON.stringify(args)}`;
        const result = await this.ask(inquiry, connection, question, () => adapter.read(operation.name, args));
        const { title } = operation.card;
        return result ? [{ connectionId: connection.id, operation: operation.name, title, fields: result.fields }] : [];
      }),
    );
    return found.flat();
  }

  private async ask<T>(
    { ctx, sources, fresh, limitMs }: Inquiry,
    connection: Connection,
    question: string,
    ask: () => Promise<T>,
  ): Promise<T | undefined> {
    const answer = await this.answers.ask(ctx, connection.id, question, { limitMs: limitMs(), fresh }, ask);
    sources.note(connection, answer, answer.value === undefined ? null : FROM_MEMORY);
    return answer.value;
  }
}

async function memberOf(
  connectionId: string,
  adapter: LoyaltyAdapter,
  email: string,
): Promise<LoyaltyMemberBody | null> {
  const member = await adapter.member(email);
  if (!member) return null;
  const [history, redemptions] = await Promise.all([
    adapter.history(member.externalId, MOST_ENTRIES),
    adapter.redemptions(member.externalId, MOST_ENTRIES),
  ]);
  return { ...member, connectionId, history, redemptions };
}

/** Null: it asks for what we do not know, or for nothing that is proven. */
function argumentsOf({ card }: CustomOperation, person: Person): Record<string, unknown> | null {
  const facts = {
    'customer.email': person.emails[0],
    'customer.phone': person.phones[0],
    'customer.name': person.name,
  };
  const wanted = Object.entries(card?.arguments ?? {});
  if (wanted.some(([, fact]) => !facts[fact]) || wanted.every(([, fact]) => fact === 'customer.name')) return null;
  return Object.fromEntries(wanted.map(([name, fact]) => [name, facts[fact]]));
}

function uniqueBy<T extends { connectionId: string; externalId: string }>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [`${row.connectionId}/${row.externalId}`, row])).values()];
}
