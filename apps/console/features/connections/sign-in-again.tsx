import { Button } from '@mantine/core';
import type { ConnectionBody } from '@satchel/contracts';
import { toastError } from '../../ui/toast';
import { useSignIn } from './use-sign-in';

/** For a connection whose sign-in ended or is about to: nothing has to be typed for that. */
export function SignInAgain({ connection }: { connection: ConnectionBody }) {
  const { id, label, health } = connection;
  const start = useSignIn();
  if (!connection.signIn || (health.state !== 'failing' && health.state !== 'expiring')) return null;
  const leave = (): void =>
    start.mutate(
      { connectionId: id },
      { onError: (error) => toastError(`${label} was not signed in`, error, { label: 'Try again', run: leave }) },
    );
  return (
    <Button
      size="compact-sm"
      loading={start.isPending || start.isSuccess}
      onClick={leave}
      aria-label={`Sign in again: ${label}`}
    >
      Sign in again
    </Button>
  );
}
