import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { CapabilitiesBody, ConnectionBody, ConnectorBody } from '@satchel/contracts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import {
  createRequest,
  errorsOf,
  type FormErrors,
  hasErrors,
  needsAddress,
  NO_ERRORS,
  patchRequest,
  problemsOf,
} from './connection-form';
import css from './connections.module.css';
import { ConnectorFields } from './connector-fields';
import { ConnectorGuide } from './connector-guide';
import { ConnectorPicker } from './connector-picker';
import { firstWay, problemsBefore, providerOf, signInRequest, typedGrant } from './sign-in-way';
import { type SaveConnection, useSaveConnection } from './use-connections';
import { useSignIn } from './use-sign-in';
import { Verdict } from './verdict';
import wizard from './wizard.module.css';

interface Props {
  connectors: ConnectorBody[];
  /** Null: a new one. */
  connection: ConnectionBody | null;
  onClose: () => void;
}

/** Pick, fill in, save, and learn at once whether it works. It stays open until it does. */
export function ConnectionEditor({ connectors, connection, onClose }: Props) {
  const [connectorId, setConnectorId] = useState(connection?.connectorId ?? '');
  const [label, setLabel] = useState(connection?.label ?? '');
  const [address, setAddress] = useState(connection?.address ?? '');
  // By connector: two of them may both have a "client secret", and trying another must not lose or mix them.
  const [typed, setTyped] = useState<Record<string, Record<string, string>>>({});
  const [ways, setWays] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<FormErrors>(NO_ERRORS);
  const [saved, setSaved] = useState<ConnectionBody | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const save = useSaveConnection();
  const signIn = useSignIn();
  const connector = connectors.find(({ id }) => id === connectorId);
  const values = { label, address, credentials: typed[connectorId] ?? {} };
  const way = connector ? (ways[connectorId] ?? firstWay(connector, connection)) : '';
  const provider = connector && !typedGrant(connector, values) ? providerOf(connector, way) : null;
  /** What is stored may be saved without signing in anew. */
  const maySave = !provider || connection?.signIn?.provider === way;

  useEffect(() => {
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    invalid?.focus({ preventScroll: true });
    // Focus alone may leave it under the dialog's title.
    if (invalid) invalid.scrollIntoView({ block: 'center' });
    // The form is longer than the screen: what is said at its end must be seen.
    else if (errors.form ?? saved?.health.message) form.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [errors, saved]);

  const leave = (): void => {
    if (!connector || !provider || signIn.isPending) return;
    const problems = problemsBefore(connector, values);
    setErrors(problems);
    if (hasErrors(problems)) return;
    signIn.mutate(signInRequest(connector, values, provider.id, connection?.id ?? saved?.id ?? null), {
      onError: (error) => setErrors(errorsOf(error, connector)),
    });
  };
  const shown = saved && works(saved) && !save.isPending ? saved : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!maySave) return leave();
    if (!connector || save.isPending) return;
    const problems = problemsOf(connector, values, connection !== null);
    setErrors(problems);
    if (hasErrors(problems)) return;
    const id = connection?.id ?? saved?.id;
    const change: SaveConnection = id
      ? { id, change: patchRequest(connector, values, connection ? 'keep' : 'clear') }
      : { create: createRequest(connector, values) };
    setSaved((known) => known && { ...known, health: { state: 'unknown', message: null, checkedAt: null } });
    save.mutate(change, {
      // A channel works or not; of anything else its verdict says more than that.
      onSuccess: (result) => (works(result) && !result.capabilities ? onClose() : setSaved(result)),
      onError: (error) => setErrors(errorsOf(error, connector)),
    });
  };
  const change = (name: string, value: string): void =>
    setTyped((all) => ({ ...all, [connectorId]: { ...all[connectorId], [name]: value } }));

  if (shown?.capabilities) return <Works connection={shown} capabilities={shown.capabilities} onClose={onClose} />;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        {!connection && (
          <ConnectorPicker
            connectors={connectors}
            chosen={connector}
            fixed={saved !== null}
            onChoose={(id) => {
              setConnectorId(id);
              setErrors(NO_ERRORS);
            }}
          />
        )}
        {connector && (
          <>
            <ConnectorGuide connector={connector} />
            <TextInput
              label="Name"
              description="What your team calls it."
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              maxLength={120}
              autoComplete="off"
              value={label}
              error={errors.fields['label']}
              onChange={(event) => setLabel(event.currentTarget.value)}
              // The list of connectors was left just now: what comes next has the focus.
              autoFocus={!connection}
              data-autofocus={connection ? true : undefined}
            />
            {needsAddress(connector) && (
              <TextInput
                label="Address"
                description="Where customers write to."
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                required
                inputMode="email"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                value={address}
                error={errors.fields['address']}
                onChange={(event) => setAddress(event.currentTarget.value)}
              />
            )}
            {connection && (
              <p className={css.note}>Stored settings are never shown. What you leave empty stays as it is.</p>
            )}
            <ConnectorFields
              connector={connector}
              way={way}
              onWay={(next) => {
                setWays((all) => ({ ...all, [connectorId]: next }));
                setErrors(NO_ERRORS);
                if (connector.signIn?.chosenBy) change(connector.signIn.chosenBy, next);
              }}
              typed={values.credentials}
              errors={errors.fields}
              stored={connection !== null}
              onChange={change}
            />
          </>
        )}
      </Stack>
      <Outcome pending={save.isPending} errors={errors} saved={saved} />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {saved ? 'Close' : 'Cancel'}
        </Button>
        {maySave && (
          <Button
            type="submit"
            variant={provider ? 'default' : 'filled'}
            disabled={!connector || signIn.isPending}
            loading={save.isPending}
          >
            Save and check
          </Button>
        )}
        {provider && (
          <Button
            type={maySave ? 'button' : 'submit'}
            onClick={maySave ? leave : undefined}
            disabled={save.isPending}
            // The page stays until the provider's comes.
            loading={signIn.isPending || signIn.isSuccess}
          >
            Sign in with {provider.label}
          </Button>
        )}
      </Group>
    </form>
  );
}

const works = ({ health }: ConnectionBody): boolean => health.state === 'ok' || health.state === 'expiring';

/** It works: whose it is, what it can do, and what it cannot. */
function Works(props: { connection: ConnectionBody; capabilities: CapabilitiesBody; onClose: () => void }) {
  return (
    <div>
      <p role="status">
        <strong>{props.connection.label} is connected and works.</strong>
      </p>
      <div className={wizard.done}>
        <Verdict capabilities={props.capabilities} />
      </div>
      <Group justify="flex-end" mt="md">
        <Button onClick={props.onClose} autoFocus>
          Done
        </Button>
      </Group>
    </div>
  );
}

/** How the last save went, said aloud as well. */
function Outcome({ pending, errors, saved }: { pending: boolean; errors: FormErrors; saved: ConnectionBody | null }) {
  const refused = errors.form ?? (hasErrors(errors) ? 'Not saved yet: see the fields marked above.' : null);
  const failed = saved?.health.state === 'failing';
  const unchecked = saved?.health.state === 'unknown' && saved.health.message !== null;
  return (
    <>
      <p className={css.note} role="status">
        {pending && 'Saving, then signing in to see whether it works…'}
      </p>
      <div role="alert">
        {!pending && refused && <p className={css.refused}>{refused}</p>}
        {!pending && !refused && (failed || unchecked) && (
          <div className={css.refused}>
            <strong>{failed ? 'Saved, but it does not work yet.' : 'Saved, but not checked.'}</strong>
            <p>{saved.health.message ?? 'The other side gave no reason.'}</p>
            <p>What you typed is still here: correct it and save again.</p>
          </div>
        )}
      </div>
    </>
  );
}
