export * from './factories';
export { testDatabase, type TestDatabase } from './test-database';
export { testKernel, type TestKernel, type TestKernelOptions } from './test-kernel';
export { TestClock } from './test-clock';
export { addConnector } from './test-connector';
export { waitFor } from './wait-for';
export { testApp, type TestApp, type TestAppOptions } from './test-app';
export { type SandboxProcess, type SandboxProcessOptions, startSandboxProcess } from './sandbox-process';
export { type Dovecot, hasDovecot, startDovecot } from './dovecot';
