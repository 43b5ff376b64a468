import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { BootBody, MeBody, SignInRequest } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { bootQuery, meQuery } from '../../lib/queries';
import { Door } from '../../ui/door';
import { IconExternalLink } from '../../ui/icons';
import css from './sign-in.module.css';

export function SignInPage() {
  const boot = useQuery(bootQuery);
  if (boot.isPending) return null;
  if (boot.data?.needsSetup) return <Navigate to="/setup" replace />;
  return (
    <Door title="Sign in" lead="Welcome back.">
      <SignInForm demo={boot.data?.demo ?? null} />
    </Door>
  );
}

function SignInForm({ demo }: { demo: BootBody['demo'] }) {
  const [email, setEmail] = useState(demo?.email ?? '');
  const [password, setPassword] = useState(demo?.password ?? '');
  const client = useQueryClient();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/inbox/all';
  const signIn = useMutation({
    mutationFn: (body: SignInRequest) => api.post<MeBody>('/sessions', body),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me);
      void navigate(from, { replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {demo && <p className={css.demo}>This is a demo desk: its login is filled in for you.</p>}
        <TextInput
          label="Email"
          type="email"
          name="email"
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signIn.error && (
          <p className={css.error} role="alert">
            {messageOf(signIn.error)}
          </p>
        )}
        <Button type="submit" size="md" loading={signIn.isPending} data-autofocus autoFocus={demo !== null}>
          Sign in
        </Button>
        {demo?.deskUrl && (
          <Anchor href={demo.deskUrl} target="_blank" rel="noreferrer" size="sm" className={css.desk}>
            Play the customer on the other side <IconExternalLink size={14} />
          </Anchor>
        )}
      </Stack>
    </form>
  );
}
