import { AppError } from '@satchel/kernel';
import { numberOption, words } from './arguments';
import { type Channel, type Connections, withConnections } from './with-connections';

const SHOWN = 20;

/** `reconcile [connection] [--days 7] [--fetch]`; exit code 1 when something at a source is not here. */
export async function reconcile(args: readonly string[]): Promise<number> {
  const days = numberOption(args, '--days', { fallback: 7, min: 1, max: 90 });
  const fetch = args.includes('--fetch');
  const [named] = words(args, ['--days']);
  return withConnections(async (connections) => {
    let missing = 0;
    for (const channel of await connections.channels(named)) {
      missing += await compare(connections, channel, { days, fetch, isNamed: named !== undefined });
    }
    return missing > 0 ? 1 : 0;
  });
}

async function compare(
  { reconciliation }: Connections,
  { ctx, workspace, connection }: Channel,
  options: { days: number; fetch: boolean; isNamed: boolean },
): Promise<number> {
  const name = `${workspace}: ${connection.label}`;
  try {
    const body = await reconciliation.reconcile(ctx, connection.id, options);
    const sound = body.missing.length === 0;
    console.log(
      `${sound ? '✓' : '✗'} ${name}: ${body.atSource} at the source since ${body.since}; ${body.routed} on tickets, ` +
        `${body.ignored} passed over, ${body.waiting} on their way, ${body.quarantined} put aside, ${body.missing.length} missing`,
    );
    for (const source of body.missing.slice(0, SHOWN)) console.log(`    ${source}`);
    if (body.missing.length > SHOWN) console.log(`    and ${body.missing.length - SHOWN} more`);
    return body.missing.length;
  } catch (error) {
    if (error instanceof AppError && error.code === 'no_inventory' && !options.isNamed) {
      console.log(`- ${name}: pulls nothing from anywhere`);
      return 0;
    }
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
