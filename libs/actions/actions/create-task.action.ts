import { z } from 'zod';
import { defineAction } from '../action/action';
import { cannot } from '../action/preparation';
import { HOUSE_TASK } from '../change/changes';

export const createTask = defineAction({
  name: 'create_task',
  title: 'Leave a task for a person',
  description:
    'Puts a task on the ticket: a note that says what to do, the ticket open again, and given to somebody. For what no connected system can do.',
  risk: 'write',
  assurance: 0,
  needs: null,
  undoable: false,
  arguments: z.strictObject({
    title: z.string().trim().min(1).max(200).meta({ title: 'What to do' }),
    details: z.string().trim().max(5_000).default('').meta({ title: 'Details' }),
    assigneeId: z.uuid().optional().meta({ title: 'Who', description: 'Left out: whoever has the ticket.' }),
  }),
  async prepare({ ticketId }, { title, details, assigneeId }) {
    if (!ticketId) return cannot('not_valid', 'A task stands on a ticket: name one.');
    return {
      ok: true,
      connectionId: null,
      order: null,
      lockKey: null,
      amount: null,
      summary: { ahead: `Task: ${title}`, done: `Left a task: ${title}` },
      shown: [{ label: 'To do', value: title }],
      steps: [
        {
          name: 'Task',
          connectionId: null,
          change: HOUSE_TASK,
          args: { ticketId, title, details, assigneeId: assigneeId ?? null },
        },
      ],
      facts: {},
    };
  },
});
