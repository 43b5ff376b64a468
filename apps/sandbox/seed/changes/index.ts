/** All that vendors and the control API can make happen to the world. */
export * from './discount';
export * from './order';
export * from './parcel';
export * from './points';
export * from './refund';
export { Refused, type Outcome, type RefusalCode } from './refused';
export * from './restock';
export * from './return';
export * from './subscription';
export * from './time';
