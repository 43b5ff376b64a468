import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ProcedureBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { messageOf } from '../../lib/api';
import { words } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconArrowLeft } from '../../ui/icons';
import { Pill, type Tone } from '../../ui/pill';
import { toastError } from '../../ui/toast';
import css from './procedures.module.css';
import { create, partsQuery, proceduresQuery, publish } from './queries';
import { slugOf } from './step-words';

const ORIGINS: Record<ProcedureBody['origin'], { label: string; tone: Tone }> = {
  house: { label: 'Built in', tone: 'neutral' },
  edited: { label: 'Changed by you', tone: 'accent' },
  own: { label: 'Your own', tone: 'blue' },
};

/** Every wish that the AI works by itself, and whether it may. */
export function ProceduresPage() {
  useDocumentTitle('Procedures · Satchel');
  const procedures = useQuery(proceduresQuery);
  const mayChange = useIsAdmin();
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Link to="/settings/ai" className={css.back}>
          <IconArrowLeft size={15} /> What the AI may do
        </Link>
        <h1>Procedures</h1>
        <p className={css.lead}>
          How the AI works each wish, step by step. What it may do at all, the <Link to="/settings/rules">rules</Link>{' '}
          say.{!mayChange && ' Admins can change this.'}
        </p>
        {procedures.error && <p role="alert">{messageOf(procedures.error)}</p>}
        <ul className={css.list} aria-label="Procedures">
          {procedures.data?.map((procedure) => (
            <Row key={procedure.name} procedure={procedure} mayChange={mayChange} />
          ))}
        </ul>
        {mayChange && procedures.data && <NewProcedure taken={procedures.data.map(({ name }) => name)} />}
      </div>
    </div>
  );
}

function Row({ procedure, mayChange }: { procedure: ProcedureBody; mayChange: boolean }) {
  const client = useQueryClient();
  const { name, title, intents, origin, version, off, document } = procedure;
  const turn = useMutation({
    mutationFn: (on: boolean) => publish(name, { document: { ...document, off: !on }, expectedVersion: version }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.procedures }),
    onError: (error, on) =>
      toastError('The procedure was not switched', error, { label: 'Try again', run: () => turn.mutate(on) }),
  });
  return (
    <li className={css.item}>
      <div>
        <Link to={`/settings/procedures/${name}`}>{title}</Link>
        <small>{intents.map((intent) => words(intent.replace(/^custom:/, '').replaceAll('-', ' '))).join(', ')}</small>
      </div>
      <Pill tone={ORIGINS[origin].tone}>
        {ORIGINS[origin].label}
        {version > 0 && ` · version ${version}`}
      </Pill>
      <Switch
        aria-label={`${title}: on`}
        checked={turn.isPending ? turn.variables : !off}
        disabled={!mayChange || turn.isPending}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
    </li>
  );
}

/** One of the shop's own begins with the smallest that works: it gives the wish to a person. */
function NewProcedure({ taken }: { taken: string[] }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const parts = useQuery(partsQuery).data;
  const [title, setTitle] = useState('');
  const [intent, setIntent] = useState('complaint');
  const name = slugOf(title);
  const make = useMutation({
    mutationFn: () =>
      create({
        ...{ name, title: title.trim(), intents: [intent], tools: [], reason: 'other', slots: {} },
        steps: [{ do: 'hand_over', reason: 'other' }],
        off: true,
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.procedures });
      void navigate(`/settings/procedures/${name}`);
    },
    onError: (error) =>
      toastError('The procedure was not made', error, { label: 'Try again', run: () => make.mutate() }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit} className={css.group} aria-label="A procedure of your own">
      <h2>A procedure of your own</h2>
      <p className={css.lead}>It begins switched off. Where two start by the same wish, yours is taken.</p>
      <Group align="end" gap="xs">
        <TextInput
          label="Name"
          placeholder="Gift wrapping"
          maxLength={100}
          value={title}
          error={taken.includes(name) ? 'There is one of that name.' : null}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label="Begins when somebody wants"
          value={intent}
          onChange={(event) => setIntent(event.currentTarget.value)}
          data={(parts?.intents ?? [intent]).map((value) => ({ value, label: words(value) }))}
        />
        <Button type="submit" loading={make.isPending} disabled={!name || taken.includes(name)}>
          Make it
        </Button>
      </Group>
    </form>
  );
}
