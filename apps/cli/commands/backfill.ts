import { CliError } from '../start/cli-error';
import { numberOption, words } from './arguments';
import { withConnections } from './with-connections';

/** `backfill <connection> --days 30`: what it stores, the running server reads. */
export async function backfill(args: readonly string[]): Promise<number> {
  const days = numberOption(args, '--days', { fallback: 30, min: 1, max: 365 });
  const [named] = words(args, ['--days']);
  if (!named) throw new CliError('Which connection? backfill <its id, label or address> --days 30');
  return withConnections(async (connections) => {
    for (const { ctx, workspace, connection } of await connections.channels(named)) {
      const { found, imported } = await connections.reconciliation.backfill(ctx, connection.id, days, {
        onProgress: (done, of) => console.log(`  ${done} of ${of}`),
      });
      console.log(`✓ ${workspace}: ${connection.label}: ${found} mails of ${days} days, ${imported} of them new here`);
    }
    return 0;
  });
}
