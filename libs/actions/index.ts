export type { Action } from './action/action';
export { Availability, schemaOf } from './action/availability.service';
export { ACTIONS, findAction } from './action/catalogue';
export { ActionsModule } from './actions.module';
export { ActionDecisions } from './run/decisions.service';
export { ActionRuns, type RunRequest, type RunResult } from './run/run.service';
