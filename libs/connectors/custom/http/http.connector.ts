import type { HttpOperationBody } from '@satchel/contracts';
import { ConnectorError, type Connector, type ConnectorDeps, type CustomAdapter } from '../../port';
import { Arguments } from '../arguments';
import { lookFor } from '../look-for';
import { resultOf } from '../pick';
import type { Values } from '../template';
import { describedOperations } from './describe';
import { HttpSystem } from './http.client';
import { HttpCredentials } from './http.credentials';

export const customHttp: Connector<'custom', HttpCredentials> = {
  id: 'custom_http',
  kind: 'custom',
  label: 'Your own system (HTTP)',
  steps: [
    'Make a key for Satchel in your system, with no more rights than it needs.',
    'Save the connection, then describe its operations, or take them from its OpenAPI document.',
  ],
  credentials: HttpCredentials,
  connect(credentials: HttpCredentials, deps: ConnectorDeps): CustomAdapter {
    const { operations } = describedOperations(credentials.operations);
    const system = new HttpSystem(credentials, deps);
    const checks = new Arguments();

    /** The operation, with arguments that fit it. */
    function asked(name: string, effect: HttpOperationBody['effect'], args: Values): HttpOperationBody {
      const operation = operations.find((one) => one.name === name);
      if (!operation) throw new ConnectorError('rejected', `There is no operation "${name}".`);
      if (operation.effect !== effect)
        throw new ConnectorError(
          'rejected',
          `The operation "${name}" ${effect === 'read' ? 'changes something' : 'only reads'}.`,
        );
      checks.check(name, operation.arguments, args);
      return operation;
    }
    const ask = (name: string, args: Values): Promise<unknown> => system.read(asked(name, 'read', args), args);

    return {
      async check() {
        await system.prove();
        return { can: operations.map(({ name }) => name), cannot: [], account: system.name };
      },
      operations: async () => operations.map(operationBody),
      offered: async () =>
        operations.map((definition) => ({
          operation: operationBody(definition),
          allowed: true,
          destructive: definition.method === 'DELETE',
          definition,
        })),
      async read(name, args) {
        const { result } = asked(name, 'read', args);
        return resultOf(result, await ask(name, args));
      },
      write: {
        async perform({ name, args }, write) {
          const operation = asked(name, 'write', args);
          return resultOf(operation.result, await system.change(operation, args, write));
        },
        async find({ name, args }, key) {
          const { find, result } = asked(name, 'write', args);
          return find ? lookFor(find, args, key, ask, (found) => resultOf(result, found)) : 'unknown';
        },
      },
    };
  },
};

function operationBody({ name, label, description, effect, arguments: schema, card }: HttpOperationBody) {
  return { name, label, description, effect, arguments: schema, card };
}
