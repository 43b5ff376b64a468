import type { Change, CustomAdapter, CustomOperation, CustomResult } from '../port';

/** One operation as whoever keeps the list of actions needs it: a look-up, or a change with `perform` and `find`. */
export type CustomAction = Pick<CustomOperation, 'name' | 'label' | 'description' | 'arguments'> &
  (
    | { effect: 'read'; read(args: Record<string, unknown>): Promise<CustomResult> }
    | { effect: 'write'; change: Change<Record<string, unknown>, CustomResult> }
  );

/** The operations of a connection that may be used; each is bound to its own name, so that no argument leads to another. */
export async function customActions(adapter: CustomAdapter): Promise<CustomAction[]> {
  const { write } = adapter;
  return (await adapter.operations()).map((operation): CustomAction => {
    const { name, label, description, effect, arguments: schema } = operation;
    const known = { name, label, description, arguments: schema };
    if (effect === 'read') return { ...known, effect, read: (args) => adapter.read(name, args) };
    const change = {
      perform: (args: Record<string, unknown>, how: Parameters<typeof write.perform>[1]) =>
        write.perform({ name, args }, how),
      find: (args: Record<string, unknown>, key: string) => write.find({ name, args }, key),
    };
    return { ...known, effect, change };
  });
}
