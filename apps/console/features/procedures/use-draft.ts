import type { ProcedureBody, ProcedureDocumentBody } from '@satchel/contracts';
import { useState } from 'react';

interface Kept {
  /** The version that it was begun on. */
  version: number;
  document: ProcedureDocumentBody;
}

const place = (name: string): string => `satchel.procedure.${name}`;

/** What was changed and not published, kept in this browser until it is. */
export function useDraft(procedure: ProcedureBody): {
  document: ProcedureDocumentBody;
  changed: boolean;
  kept: boolean;
  put: (document: ProcedureDocumentBody) => void;
  keep: () => void;
  drop: () => void;
} {
  const { name, version } = procedure;
  const [draft, setDraft] = useState<Kept | null>(() => read(name, version));
  const [kept, setKept] = useState(draft !== null);
  return {
    document: draft?.document ?? procedure.document,
    changed: draft !== null && JSON.stringify(draft.document) !== JSON.stringify(procedure.document),
    kept,
    put: (document) => {
      setDraft({ version, document });
      setKept(false);
    },
    keep: () => {
      write(name, draft);
      setKept(true);
    },
    drop: () => {
      setDraft(null);
      setKept(false);
      write(name, null);
    },
  };
}

/** One that was begun on another version would undo what somebody published since. */
function read(name: string, version: number): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place(name)) ?? 'null') as Kept | null;
    return kept?.version === version ? kept : null;
  } catch {
    return null;
  }
}

function write(name: string, draft: Kept | null): void {
  try {
    if (draft) localStorage.setItem(place(name), JSON.stringify(draft));
    else localStorage.removeItem(place(name));
  } catch {
    // A private window: it lasts until the page is left.
  }
}
