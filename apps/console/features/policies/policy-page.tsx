import { Button, Group } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { PolicyBody, PolicyReplayBody, ReplayPolicyRequest, UpdatePolicyRequest } from '@satchel/contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { aiSettingsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconArrowLeft } from '../../ui/icons';
import { toastDone } from '../../ui/toast';
import { redUnder } from '../../lib/simulation-queries';
import { POLICY_GROUPS, type PolicyEdits, problemOf, shownValue, withEdits } from './policy-form';
import { PolicyGroupForm } from './policy-group-form';
import { PolicyReplay } from './policy-replay';
import { PolicyVersions } from './policy-versions';
import css from './policies.module.css';

const policyQuery = queryOptions({
  queryKey: keys.policy,
  queryFn: ({ signal }) => api.get<PolicyBody>('/policies', signal),
});

/** What may be done, by whom and up to where: each rule a sentence, its figures below. */
export function PolicyPage() {
  useDocumentTitle('Rules for actions · Satchel');
  const policy = useQuery(policyQuery);
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Link to="/settings" className={css.back}>
          <IconArrowLeft size={15} /> Settings
        </Link>
        <h1>Rules for actions</h1>
        {policy.error && <p role="alert">{messageOf(policy.error)}</p>}
        {policy.data && <Rules policy={policy.data} />}
      </div>
    </div>
  );
}

function Rules({ policy }: { policy: PolicyBody }) {
  const client = useQueryClient();
  const mayChange = useIsAdmin();
  const [edits, setEdits] = useState<PolicyEdits>({});
  const { document, sentences, version } = policy;
  const fields = POLICY_GROUPS.flatMap((group) => group.fields);
  const changed = fields
    .filter(({ path }) => edits[path] !== undefined)
    .filter((field) => edits[field.path] !== shownValue(document, field));
  const wrong = changed.some((field) => problemOf(field, edits[field.path] ?? '') !== null);
  const save = useMutation({
    mutationFn: async (body: UpdatePolicyRequest) => {
      const { blockOnRed } = await client.ensureQueryData(aiSettingsQuery);
      const red = blockOnRed ? await redUnder(body.document) : [];
      if (red.length > 0) {
        const names = red.map((name) => `“${name}”`).join(', ');
        throw new Error(`Not published: under these rules ${names} would turn red.`);
      }
      return api.put<PolicyBody>('/policies', body);
    },
    onSuccess: (stored) => {
      client.setQueryData(policyQuery.queryKey, stored);
      void client.invalidateQueries({ queryKey: keys.actionLists });
      setEdits({});
      replay.reset();
      void client.invalidateQueries({ queryKey: [...keys.policy, 'versions'] });
      toastDone(`Published as version ${stored.version}`);
    },
    // Somebody else's version is shown; what was typed stays on top of it.
    onError: () => void client.invalidateQueries({ queryKey: keys.policy }),
  });
  const replay = useMutation({
    mutationFn: (body: ReplayPolicyRequest) => api.post<PolicyReplayBody>('/policies/replay', body),
  });
  const edit = (path: string, value: string): void => {
    setEdits((known) => ({ ...known, [path]: value }));
    // It was said of other rules.
    replay.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!wrong && changed.length > 0) save.mutate({ document: withEdits(document, edits), expectedVersion: version });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className={css.lead}>
        They hold for people, programs and the AI alike. {changedWords(policy)}
        {!mayChange && ' Admins can change them.'}
      </p>
      {POLICY_GROUPS.map((group) => (
        <PolicyGroupForm
          key={group.title}
          group={group}
          document={document}
          all={sentences}
          sentences={sentences.filter(({ rule }) => group.rules.some((begin) => rule.startsWith(begin)))}
          edits={edits}
          disabled={!mayChange}
          onEdit={edit}
        />
      ))}
      {mayChange && (
        <div className={css.save}>
          <div role="status">
            {changed.length > 0 &&
              `${changed.length} ${changed.length === 1 ? 'change' : 'changes'} not published yet.`}
          </div>
          {(save.error ?? replay.error) && (
            <p className={css.refused} role="alert">
              {messageOf(save.error ?? replay.error)}
            </p>
          )}
          {replay.data && <PolicyReplay replay={replay.data} />}
          <Group gap="xs">
            <Button type="submit" disabled={changed.length === 0 || wrong} loading={save.isPending}>
              Publish as version {version + 1}
            </Button>
            {changed.length > 0 && (
              <Button
                variant="default"
                disabled={wrong}
                loading={replay.isPending}
                onClick={() => replay.mutate({ document: withEdits(document, edits) })}
              >
                See what it would have changed
              </Button>
            )}
            {changed.length > 0 && (
              <Button variant="default" onClick={() => (setEdits({}), replay.reset())}>
                Put back
              </Button>
            )}
          </Group>
        </div>
      )}
      <PolicyVersions
        mayChange={mayChange}
        current={version}
        onRestore={(_from, restored) => save.mutate({ document: restored, expectedVersion: version })}
      />
    </form>
  );
}

function changedWords({ version, changedBy, changedAt }: PolicyBody): string {
  if (version === 0 || !changedAt) return 'Nobody changed them yet.';
  const when = `${formatDate(changedAt, 'date').toLowerCase()} at ${formatDate(changedAt, 'clock')}`;
  return `Version ${version}, changed by ${changedBy?.name ?? 'somebody'} ${when}.`;
}
