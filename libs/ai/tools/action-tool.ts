import type { Action } from '@satchel/actions';
import type { ActionDesk } from './action-desk.service';
import { offeredSchema } from './ai-actions';
import type { AiTool } from './tool';
import { defineTool } from './tool';

/** An action as a tool: calling it puts it before the customer or a person, and does nothing. */
export function actionTool(action: Action, desk: ActionDesk): AiTool {
  return defineTool({
    name: action.name,
    description: `${action.description} Calling it changes nothing: the answer says what would happen, and the customer is asked. Only "state": "done" in a later result means that it happened.`,
    schema: offeredSchema(action),
    run: (ctx, binding, args) => desk.propose(ctx, binding, action, args),
  });
}
