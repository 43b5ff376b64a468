import type { Action } from '@satchel/actions';
import type { ActionDesk } from './action-desk.service';
import { offeredSchema } from './ai-actions';
import type { AiTool } from './tool';
import { defineTool } from './tool';

const ASKS_FIRST =
  'Calling it changes nothing: the answer says what would happen, and the customer is asked. Only "state": "done" means that it happened.';

/** An action as a tool: calling it puts it before the customer or a person, and does nothing. */
export function actionTool(action: Action, desk: ActionDesk): AiTool {
  return defineTool({
    name: action.name,
    description: action.risk === 'read' ? action.description : `${action.description} ${ASKS_FIRST}`,
    schema: offeredSchema(action),
    run: (ctx, binding, args) => desk.propose(ctx, binding, action, args),
  });
}
