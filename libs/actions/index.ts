export type { Action, Scene } from './action/action';
export { Availability, type Reach } from './action/availability.service';
export { ACTIONS } from './action/catalogue';
export type { CannotBody } from './action/preparation';
export { ActionsModule } from './actions.module';
export {
  rehearse,
  type Rehearsal,
  type RehearsedCommerce,
  type RehearsedSystem,
  type Stage,
} from './rehearsal/rehearsal';
export { ActionDecisions, type CustomersWord } from './run/decisions.service';
export { Pause } from './run/pause';
export { Recovery } from './run/recovery.service';
export type { ProvenAddress } from './run/run-row';
export { ActionRuns, type RunResult, type Shown } from './run/run.service';
export { Sources } from './source/sources.service';
