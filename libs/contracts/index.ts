export * from './common';
export * from './identity';
export * from './tickets';
export * from './widget';
export * from './customers';
export * from './connections';
export * from './events';
export * from './realtime';
