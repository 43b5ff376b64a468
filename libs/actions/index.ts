export type { Action } from './action/action';
export { Availability } from './action/availability.service';
export { ACTIONS, findAction } from './action/catalogue';
export type { CannotBody } from './action/preparation';
export { ActionsModule } from './actions.module';
export { ActionDecisions, type CustomersWord } from './run/decisions.service';
export type { ProvenAddress } from './run/run-row';
export { ActionRuns, type RunResult, type Shown } from './run/run.service';
export { Sources } from './source/sources.service';
