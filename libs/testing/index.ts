export * from './factories';
export { testDatabase, type TestDatabase } from './test-database';
export { testKernel, type TestKernel, type TestKernelOptions } from './test-kernel';
export { TestClock } from './test-clock';
export { waitFor } from './wait-for';
