import { startEmbeddedPostgres } from '../embedded-postgres';

/** A process of its own that starts the server and stays, for the test that kills it. */
void startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', fsync: false }).then(() => {
  process.stdout.write('keeping\n');
  setInterval(() => undefined, 60_000);
});
