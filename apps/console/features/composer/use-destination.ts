import type { DestinationOptionBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { destinationsQuery } from '../../lib/queries';

export interface Destination {
  options: DestinationOptionBody[];
  /** Where the reply on screen goes; null until it is known, or when the ticket runs over the API alone. */
  chosen: DestinationOptionBody | null;
  choose: (option: DestinationOptionBody) => void;
}

const keyOf = ({ connectionId, address }: DestinationOptionBody): string => `${connectionId} ${address}`;

/** Where a reply goes: the ticket's own way until its writer picks another, for this ticket alone. */
export function useDestination(ticketId: string): Destination {
  const options = useQuery(destinationsQuery(ticketId)).data ?? NONE;
  const [picked, setPicked] = useState<{ ticketId: string; key: string } | null>(null);
  const wanted = picked?.ticketId === ticketId ? picked.key : null;
  const chosen = options.find((it) => keyOf(it) === wanted) ?? options.find((it) => it.current) ?? null;
  return { options, chosen, choose: (option) => setPicked({ ticketId, key: keyOf(option) }) };
}

const NONE: DestinationOptionBody[] = [];
