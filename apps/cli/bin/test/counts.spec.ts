import { countsOf } from './counts-reporter.cjs';

it('counts a file that could not be loaded as one failure, and todos as skipped', () => {
  const totals = {
    numPassedTests: 7,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 2,
    numPendingTests: 3,
    numTodoTests: 1,
  };
  expect(countsOf(totals)).toEqual({ passed: 7, failed: 3, skipped: 4 });
});
