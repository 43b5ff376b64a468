import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import type { MeBody, SetupRequest } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { api, ApiError } from '../../lib/api';
import { bootQuery, meQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { Door } from '../../ui/door';

const FIELDS: { name: keyof SetupRequest; label: string; type?: string; autoComplete: string; description?: string }[] =
  [
    {
      name: 'workspaceName',
      label: 'Name of your store',
      autoComplete: 'organization',
      description: 'Customers see it.',
    },
    { name: 'name', label: 'Your name', autoComplete: 'name' },
    { name: 'email', label: 'Your email', type: 'email', autoComplete: 'username' },
  ];

/** First run: makes the workspace and its owner, once. */
export function SetupPage() {
  const boot = useQuery(bootQuery);
  const [form, setForm] = useState<SetupRequest>({ workspaceName: '', name: '', email: '', password: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const setup = useMutation({
    mutationFn: (body: SetupRequest) => api.post<MeBody>('/setup', body),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me);
      void client.invalidateQueries({ queryKey: keys.boot });
      void navigate('/inbox/all', { replace: true });
    },
  });
  if (boot.isPending) return null;
  if (boot.data && !boot.data.needsSetup && !setup.isSuccess) return <Navigate to="/sign-in" replace />;
  const refused = setup.error instanceof ApiError ? setup.error : null;
  const change = (name: keyof SetupRequest) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setForm((known) => ({ ...known, [name]: value }));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setup.mutate(form);
  };
  return (
    <Door title="Set up your desk" lead="One minute. You can change all of it later.">
      <form onSubmit={submit}>
        <Stack gap="md">
          {FIELDS.map(({ name, ...field }) => (
            <TextInput
              key={name}
              {...field}
              size="md"
              required
              withAsterisk={false}
              value={form[name]}
              error={refused?.fields[name]}
              onChange={change(name)}
            />
          ))}
          <PasswordInput
            label="Password"
            description="At least 8 characters; a sentence is best."
            autoComplete="new-password"
            size="md"
            required
            withAsterisk={false}
            value={form.password}
            error={refused?.fields['password']}
            onChange={change('password')}
          />
          {setup.error && Object.keys(refused?.fields ?? {}).length === 0 && (
            <Text c="var(--red-text)" size="sm" role="alert">
              {setup.error.message}
            </Text>
          )}
          <Button type="submit" size="md" loading={setup.isPending}>
            Open the desk
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
