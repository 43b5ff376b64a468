import { useQuery } from '@tanstack/react-query';
import { deskSettingsQuery, preferencesQuery } from '../../lib/queries';

/** How long what I send can be taken back: as I chose, else as the desk says; at once until that is known. */
export function useUndoSeconds(): number {
  const mine = useQuery(preferencesQuery).data;
  const desk = useQuery(deskSettingsQuery).data;
  return mine?.undoSeconds ?? desk?.undoSeconds ?? 0;
}
