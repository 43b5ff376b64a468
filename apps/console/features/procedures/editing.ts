import type { ProcedureDocumentBody, ProcedurePartsBody, ProcedureProblemsBody } from '@satchel/contracts';
import { createContext, useContext } from 'react';
import type { Path } from './edit-document';

/** What every form of one procedure shares. */
export interface Editing {
  document: ProcedureDocumentBody;
  parts: ProcedurePartsBody;
  problems: ProcedureProblemsBody['problems'];
  disabled: boolean;
  change: (path: Path, value: unknown) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('there is no procedure to edit');
  return editing;
}
