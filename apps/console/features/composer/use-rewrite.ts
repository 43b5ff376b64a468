import type { CopilotRewriteBody, CopilotRewriteRequest } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api';
import { composer } from '../../lib/composer-store';
import { toastError } from '../../ui/toast';

export interface Rewrite {
  busy: boolean;
  /** What could not be compared with the text as it was. */
  unproven: string[];
  /** Null: there is nothing to take back. */
  undo: (() => void) | null;
  run: (request: Omit<CopilotRewriteRequest, 'text'>) => void;
}

interface Done {
  before: string;
  after: string;
  unproven: string[];
}

/** Words the reply differently. What is typed meanwhile wins, and until the next word is typed there is a way back. */
export function useRewrite(ticketId: string, reply: string): Rewrite {
  const [done, setDone] = useState<Done | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (request: CopilotRewriteRequest) => api.post<CopilotRewriteBody>('/copilot/rewrite', request),
  });
  const run: Rewrite['run'] = (wish) => {
    const before = composer.read(ticketId).reply;
    mutate(
      { ...wish, text: before.trim() },
      {
        onSuccess: ({ text, unproven }) => {
          if (composer.read(ticketId).reply !== before) return;
          composer.write(ticketId, { reply: text });
          setDone({ before, after: text, unproven });
        },
        onError: (error) => toastError('The text stays as it was', error, { label: 'Try again', run: () => run(wish) }),
      },
    );
  };
  const stands = done !== null && done.after === reply;
  return {
    busy: isPending,
    unproven: stands ? done.unproven : [],
    undo: stands ? () => composer.write(ticketId, { reply: done.before }) : null,
    run,
  };
}
