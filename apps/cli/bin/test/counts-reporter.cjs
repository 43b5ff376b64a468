const { writeFileSync } = require('node:fs');

/** Jest's totals for the one last line. A file that could not even be loaded counts as one failure. */
function countsOf(results) {
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

class CountsReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.SATCHEL_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(countsOf(results)));
  }
}

module.exports = CountsReporter;
module.exports.countsOf = countsOf;
