import { z } from 'zod';
import type { HandoffReason } from './handoff-reasons';
import { HANDOFF_REASONS } from './handoff-reasons';
import { defineTool } from './tool';

export const HAND_OVER = 'hand_over';

/** Ends the turn: the loop stops at it, whatever else the model asked for. */
export const handOverTool = defineTool({
  name: HAND_OVER,
  description:
    'Gives the conversation to a person. Use it for whatever no tool can do, and whenever you are not sure. summary: one plain sentence on what the customer wants. Text beside this call is shown to the person as a proposed reply.',
  schema: z.strictObject({
    reason: z.enum(Object.keys(HANDOFF_REASONS) as [HandoffReason, ...HandoffReason[]]),
    summary: z.string().max(600),
  }),
  async run(_ctx, _binding, { reason }) {
    return { ok: true, data: { handedOver: true }, evidence: [], summary: HANDOFF_REASONS[reason] };
  },
});
