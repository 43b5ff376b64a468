import { Button, Checkbox, Group, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useDocumentTitle } from '@mantine/hooks';
import type { ProcedureBody, ProcedurePartsBody } from '@satchel/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiError, messageOf } from '../../lib/api';
import { formatDate, words } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconArrowLeft } from '../../ui/icons';
import { toastDone } from '../../ui/toast';
import { put, withTools } from './edit-document';
import { type Editing, EditingContext, useEditing } from './editing';
import { ProcedureVersions } from './procedure-versions';
import css from './procedures.module.css';
import { partsQuery, problemsQuery, procedureQuery, publish, reset } from './queries';
import { SlotsForm } from './slots-form';
import { StepList } from './step-list';
import { TryDraft } from './try-draft';
import { useDraft } from './use-draft';

const CHECK_DELAY_MS = 400;

export function ProcedurePage() {
  const { name = '' } = useParams();
  const procedure = useQuery(procedureQuery(name));
  const parts = useQuery(partsQuery);
  useDocumentTitle(`${procedure.data?.title ?? 'Procedure'} · Satchel`);
  const error = procedure.error ?? parts.error;
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Link to="/settings/procedures" className={css.back}>
          <IconArrowLeft size={15} /> Procedures
        </Link>
        {error && <p role="alert">{messageOf(error)}</p>}
        {procedure.data && parts.data && (
          <Editor key={`${name} ${procedure.data.version}`} procedure={procedure.data} parts={parts.data} />
        )}
      </div>
    </div>
  );
}

function Editor({ procedure, parts }: { procedure: ProcedureBody; parts: ProcedurePartsBody }) {
  const { name, origin, version } = procedure;
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayChange = useIsAdmin();
  const draft = useDraft(procedure);
  const { document, changed } = draft;
  const [green, setGreen] = useState(false);
  const [asked] = useDebouncedValue(JSON.stringify(document), CHECK_DELAY_MS);
  const checked = useQuery({
    ...problemsQuery(asked),
    enabled: mayChange && changed,
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: () => publish(name, { document, expectedVersion: version, ...(green && { requireGreen: true }) }),
    onSuccess: (stored) => {
      draft.drop();
      client.setQueryData(procedureQuery(name).queryKey, stored);
      void client.invalidateQueries({ queryKey: keys.procedures });
      toastDone(`Published as version ${stored.version}`);
    },
  });
  const back = useMutation({
    mutationFn: () => reset(name),
    onSuccess: () => {
      draft.drop();
      void client.invalidateQueries({ queryKey: keys.procedures });
      if (origin === 'own') void navigate('/settings/procedures');
      toastDone(origin === 'own' ? 'The procedure is gone' : 'As it was shipped');
    },
  });
  const problems = (changed && checked.data) || [];
  const editing: Editing = {
    ...{ document, parts, problems, disabled: !mayChange },
    change: (path, value) => {
      save.reset();
      draft.put(withTools(document, put(document, path, value)));
    },
  };
  const elsewhere = problems.filter(({ field }) => !/^(steps|slots)\./.test(field));
  const refused = save.error ?? back.error;
  return (
    <EditingContext value={editing}>
      <h1>{document.title}</h1>
      <p className={css.lead}>{standing(procedure)}</p>
      <About />
      <section className={css.group} aria-label="Steps">
        <h2>Steps</h2>
        <StepList path={STEPS} label="Steps in their order" />
      </section>
      <SlotsForm />
      {mayChange && (
        <div className={css.save}>
          <div role="status" className={css.state}>
            {changed ? (draft.kept ? 'Draft kept in this browser.' : 'Not published yet.') : 'Nothing was changed.'}
            {problems.length > 0 && ` ${problems.length} to mend before it can be published.`}
          </div>
          {elsewhere.map(({ message }) => (
            <p key={message} className={css.refused}>
              {message}
            </p>
          ))}
          {refused && (
            <div className={css.refused} role="alert">
              {messageOf(refused)}
              {refused instanceof ApiError && refused.code === 'simulations_red' && (
                <ul>
                  {Object.values(refused.fields).map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
          <Group gap="xs">
            <Button disabled={!changed || problems.length > 0} loading={save.isPending} onClick={() => save.mutate()}>
              Publish
            </Button>
            <TryDraft document={document} disabled={problems.length > 0} />
            {changed && !draft.kept && (
              <Button variant="default" onClick={draft.keep}>
                Keep as a draft
              </Button>
            )}
            {changed && (
              <Button variant="default" onClick={draft.drop}>
                Put back
              </Button>
            )}
          </Group>
          <Checkbox
            size="xs"
            label="Publish only when no simulation turns red by it"
            checked={green}
            onChange={(event) => setGreen(event.currentTarget.checked)}
          />
        </div>
      )}
      {origin !== 'house' && (
        <ProcedureVersions
          name={name}
          current={version}
          mayChange={mayChange}
          onBack={(old) => draft.put(old)}
          onReset={() => back.mutate()}
          own={origin === 'own'}
        />
      )}
      <details className={css.group}>
        <summary>As data, for programs</summary>
        <pre className={css.data} tabIndex={0}>
          {JSON.stringify(document, null, 2)}
        </pre>
      </details>
    </EditingContext>
  );
}

const STEPS = ['steps'];

/** What it is called, what begins it, and how it ends when it cannot go on. */
function About() {
  const { document, parts, disabled, change } = useEditing();
  const intents = [...new Set([...parts.intents, ...document.intents])];
  return (
    <div className={css.fields}>
      <TextInput
        label="Name"
        maxLength={100}
        value={document.title}
        disabled={disabled}
        onChange={(event) => change(['title'], event.currentTarget.value)}
      />
      <MultiSelect
        label="Begins when somebody wants"
        value={document.intents}
        disabled={disabled}
        onChange={(value) => change(['intents'], value)}
        data={intents.map((value) => ({ value, label: words(value.replace(/^custom:/, '').replaceAll('-', ' ')) }))}
        searchable
      />
      <NativeSelect
        label="When it can go no further, a person reads"
        value={document.reason}
        disabled={disabled}
        onChange={(event) => change(['reason'], event.currentTarget.value)}
        data={parts.reasons.map(({ name: value, says }) => ({ value, label: says }))}
      />
    </div>
  );
}

function standing({ origin, version, changedBy, changedAt, off }: ProcedureBody): string {
  const now = off ? ' It is switched off: a person gets what it would work.' : '';
  if (origin === 'house' || !changedAt) return `As it is shipped.${now}`;
  const when = `${formatDate(changedAt, 'date').toLowerCase()} at ${formatDate(changedAt, 'clock')}`;
  return `Version ${version}, published by ${changedBy?.name ?? 'somebody'} ${when}.${now}`;
}
