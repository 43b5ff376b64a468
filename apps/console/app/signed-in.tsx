import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { ApiError, messageOf, onSignedOut } from '../lib/api';
import { meQuery } from '../lib/queries';
import { SessionContext } from '../lib/session';
import { Empty } from '../ui/empty';
import { IconPlug } from '../ui/icons';

/** Everything below knows who works here; everyone else goes to the door. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    onSignedOut(() => {
      client.clear();
      void navigate('/sign-in', { replace: true, state: { from: location.pathname } });
    });
    return () => onSignedOut(() => undefined);
  }, [client, navigate]);

  if (me.data) return <SessionContext value={me.data}>{children}</SessionContext>;
  if (me.isPending) return null;
  if (me.error instanceof ApiError && me.error.status === 401) {
    return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
  }
  return (
    <Empty
      icon={<IconPlug size={26} />}
      title="Satchel does not answer"
      action={<Button onClick={() => void me.refetch()}>Try again</Button>}
    >
      {messageOf(me.error)}
    </Empty>
  );
}
