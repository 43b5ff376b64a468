export type { Expected } from './entities/expected';
export { findEntities } from './entities/find-entities';
export { type Curve, fitCurve, type Judged, readCurve } from './model/calibration';
export { crossValidate, type Example, type IntentModel, judge, trainModel } from './model/intent-model';
export { ownModel } from './model/own-model';
export { seeded } from './model/svm';
export { intentsByRule } from './rules';
export { understand, type UnderstandOptions } from './understand';
export type { Intent, Understanding, Wish } from './understanding';
