// Imported first by every command. Old syntax on purpose: it must still run where the rest would not parse.
const NEEDED = [20, 19];

/** One sentence when this Node is too old, else null. */
export function nodeProblem(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const fits = parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1]);
  if (fits) return null;
  return (
    'Satchel needs Node ' +
    NEEDED.join('.') +
    ' or newer, and this is ' +
    version +
    ': install a newer one from https://nodejs.org and try again.'
  );
}

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
