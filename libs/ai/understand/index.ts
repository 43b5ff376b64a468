export type { UnderstandOptions } from './understand';
export { understand } from './understand';
export type { Expected } from './entities/find-entities';
export { findEntities } from './entities/find-entities';
