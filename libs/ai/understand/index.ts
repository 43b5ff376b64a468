export type { UnderstandOptions } from './understand';
export { understand } from './understand';
export type { Expected } from './entities/find-entities';
export { findEntities } from './entities/find-entities';
export type { IntentModel } from './model/intent-model';
export { ownModel } from './model/own-model';
