import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type ConnectionBody, HTTP_METHODS, type HttpOperationBody } from '@satchel/contracts';
import { type FormEvent, useState } from 'react';
import css from './connections.module.css';
import { CustomArgumentRows, CustomResultRows } from './custom-rows';
import { draftOf, type OperationDraft, operationOf } from './custom-draft';
import own from './custom.module.css';
import { refusalOf, useSaveOperations } from './use-custom';

interface Props {
  connection: ConnectionBody;
  operation: HttpOperationBody;
  /** Its place among all; null: a new one. */
  at: number | null;
  all: HttpOperationBody[];
  onClose: () => void;
}

const EFFECTS = [
  { value: 'read', label: 'It reads' },
  { value: 'write', label: 'It changes something' },
];
const KEYS = [
  { value: 'none', label: 'Nowhere' },
  { value: 'header', label: 'In a header' },
  { value: 'field', label: 'In a field of the body' },
];

/** One operation in fields; the server says of each what is wrong. */
export function CustomOperationForm({ connection, operation, at, all, onClose }: Props) {
  const [draft, setDraft] = useState<OperationDraft>(() => draftOf(operation));
  const [unread, setUnread] = useState<string | null>(null);
  const save = useSaveOperations(connection);
  const change = (part: Partial<OperationDraft>): void => setDraft((known) => ({ ...known, ...part }));
  const text = (name: 'name' | 'label' | 'path' | 'cardTitle' | 'keyName' | 'findPath') => ({
    value: draft[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const long = (name: 'description' | 'query' | 'headers' | 'body' | 'findArguments') => ({
    value: draft[name],
    autosize: true,
    minRows: 2,
    maxRows: 10,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    try {
      const made = operationOf(draft);
      setUnread(null);
      const operations = at === null ? [...all, made] : all.map((one, place) => (place === at ? made : one));
      save.mutate({ operations }, { onSuccess: onClose });
    } catch (error) {
      setUnread(error instanceof Error ? error.message : String(error));
    }
  };
  const writes = draft.effect === 'write';
  const reads = all.filter(({ effect }) => effect === 'read').map(({ name, label }) => ({ value: name, label }));
  const refused = unread ?? (save.error ? refusalOf(save.error) : null);

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Label" description="What people read: Find a member" data-autofocus {...text('label')} />
        <TextInput label="Name" description="Small letters, digits and _: find_member" {...text('name')} />
        <Textarea
          label="Description"
          description="What it does and when to use it, for people and the AI"
          {...long('description')}
        />
        <Group grow align="end">
          <NativeSelect
            label="Effect"
            data={EFFECTS}
            value={draft.effect}
            onChange={(event) => change({ effect: event.currentTarget.value as OperationDraft['effect'] })}
          />
          <NativeSelect
            label="Method"
            data={[...HTTP_METHODS]}
            value={draft.method}
            onChange={(event) => change({ method: event.currentTarget.value as OperationDraft['method'] })}
          />
        </Group>
        <CustomArgumentRows rows={draft.arguments} card={!writes} onChange={(rows) => change({ arguments: rows })} />
        <TextInput
          label="Path"
          description="Below the base URL; {email} stands for the argument: /members/{id}"
          {...text('path')}
        />
        <Textarea label="Query" description="A line each: email: {email}" {...long('query')} />
        <Textarea label="Headers" description="A line each: X-Shop: fernhill" {...long('headers')} />
        {draft.method !== 'GET' && (
          <Textarea label="Body" description={'As JSON: {"amount": "{amount}"}'} {...long('body')} />
        )}
        <CustomResultRows rows={draft.result} onChange={(result) => change({ result })} />
        {!writes && (
          <TextInput
            label="Card beside the ticket"
            description="Its title; empty: no card. Say above which fact of the customer fills each argument."
            {...text('cardTitle')}
          />
        )}
        {writes && (
          <fieldset className={own.fields}>
            <legend>So that it never happens twice</legend>
            <Stack gap="sm" mt={6}>
              <NativeSelect
                label="Where our key goes along"
                data={KEYS}
                value={draft.keyPlace}
                onChange={(event) => change({ keyPlace: event.currentTarget.value as OperationDraft['keyPlace'] })}
              />
              {draft.keyPlace !== 'none' && <TextInput label="Name of the header or field" {...text('keyName')} />}
              <NativeSelect
                label="Look whether it stands by"
                data={[{ value: '', label: 'Nothing: a person looks' }, ...reads]}
                value={draft.findOperation}
                onChange={(event) => change({ findOperation: event.currentTarget.value })}
              />
              {draft.findOperation && (
                <>
                  <Textarea
                    label="What is asked there"
                    description="A line each: member_id: {member_id}"
                    {...long('findArguments')}
                  />
                  <TextInput
                    label="Where it stands then"
                    description="JSONPath: $.credits[?@.reference == {key}]"
                    {...text('findPath')}
                  />
                </>
              )}
            </Stack>
          </fieldset>
        )}
      </Stack>
      <div role="alert">{refused && <p className={css.refused}>{refused}</p>}</div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}
