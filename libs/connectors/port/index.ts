export * from './carrier';
export * from './channel';
export * from './commerce';
export * from './connector';
export * from './connector-error';
export * from './field';
export * from './widget';
