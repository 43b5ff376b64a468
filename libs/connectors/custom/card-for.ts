import type { CustomerFact } from '@satchel/contracts';
import { ConnectorError, type CustomAdapter, type CustomOperation } from '../port';

/** What is known of the customer; null: not known, and what needs it is not asked. */
export type CustomerFacts = Record<CustomerFact, string | null>;

export interface CustomCard {
  /** The operation that was asked. */
  operation: string;
  title: string;
  fields: { label: string; value: string }[];
}

export interface CustomCards {
  cards: CustomCard[];
  /** What did not answer, in words for a person: "Fernhill Club: it did not answer". */
  problems: string[];
}

/** A page beside a ticket has no room for more. */
const MOST_CARDS = 6;

/** Asks a system of the merchant's own all that it has a card for. Nothing known there of the customer: no card. */
export async function cardFor(adapter: CustomAdapter, facts: CustomerFacts): Promise<CustomCards> {
  const asked = (await adapter.operations()).filter(({ effect, card }) => effect === 'read' && card);
  const answers = await Promise.all(asked.slice(0, MOST_CARDS).map((operation) => oneCard(adapter, operation, facts)));
  return {
    cards: answers.filter((one): one is CustomCard => typeof one === 'object' && one !== null),
    problems: answers.filter((one): one is string => typeof one === 'string'),
  };
}

async function oneCard(
  adapter: CustomAdapter,
  { name, card }: CustomOperation,
  facts: CustomerFacts,
): Promise<CustomCard | string | null> {
  if (!card) return null;
  const args: Record<string, string> = {};
  for (const [argument, fact] of Object.entries(card.arguments)) {
    const value = facts[fact];
    if (!value) return null;
    args[argument] = value;
  }
  try {
    const { fields } = await adapter.read(name, args);
    return fields.length > 0 ? { operation: name, title: card.title, fields } : null;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return error.code === 'not_found' ? null : `${card.title}: ${error.message}`;
  }
}
