import { Button, Checkbox, CloseButton, NativeSelect } from '@mantine/core';
import type { ProcedureStep } from '@satchel/contracts';
import { words } from '../../lib/format';
import { ConditionForm } from './condition-form';
import { type Path, put } from './edit-document';
import { useEditing } from './editing';
import css from './procedures.module.css';
import { SourcesForm } from './sources-form';
import { conditionWords, nameWords, TELLER_LABELS } from './step-words';
import { WordsField } from './words-field';

/** What can be changed about one step. */
export function StepForm({ step, path }: { step: ProcedureStep; path: Path }) {
  const { document, parts, disabled, change } = useEditing();
  const set = (name: string, value: unknown): void => change(path, put(step, [name], value));
  switch (step.do) {
    case 'need':
    case 'ask':
      return (
        <NativeSelect
          label="What"
          description="How it is asked for stands below, under “What is found out”."
          value={step.slot}
          disabled={disabled}
          onChange={(event) => set('slot', event.currentTarget.value)}
          data={Object.keys(document.slots).map((value) => ({ value, label: nameWords(value) }))}
        />
      );
    case 'check':
      return null;
    case 'look_up':
    case 'propose': {
      const tools = step.do === 'propose' ? parts.actions : parts.lookUps;
      const chosen = step.do === 'propose' ? step.action : step.tool;
      return (
        <>
          <NativeSelect
            label={step.do === 'propose' ? 'Action' : 'Where'}
            value={chosen}
            disabled={disabled}
            onChange={(event) =>
              change(path, {
                ...step,
                [step.do === 'propose' ? 'action' : 'tool']: event.currentTarget.value,
                with: {},
              })
            }
            data={tools.map(({ name }) => ({ value: name, label: words(name) }))}
          />
          <SourcesForm
            tool={tools.find(({ name }) => name === chosen)}
            value={step.with}
            onChange={(value) => set('with', value)}
          />
        </>
      );
    }
    case 'confirm':
      return (
        <WordsField
          label="How it is put before them"
          none="In the words of the house, with what would be done"
          value={step.words}
          onChange={(value) => set('words', value)}
        />
      );
    case 'execute':
      return (
        <WordsField
          label="What is said once it is done"
          none="In the words of the house, for this action"
          value={step.words}
          onChange={(value) => set('words', value)}
        />
      );
    case 'say':
      return (
        <>
          <WordsField label="Words" none="None" value={step.words} onChange={(value) => set('words', value)} />
          <NativeSelect
            label="Facts, worded by the house"
            value={step.tell ?? ''}
            disabled={disabled}
            onChange={(event) => set('tell', event.currentTarget.value || undefined)}
            data={[
              { value: '', label: 'None' },
              ...parts.tellers.map((value) => ({ value, label: TELLER_LABELS[value] ?? value })),
            ]}
          />
          <Checkbox
            label="The wish is settled by it: nothing after this is done"
            checked={step.end === true}
            disabled={disabled}
            onChange={(event) => set('end', event.currentTarget.checked || undefined)}
          />
        </>
      );
    case 'hand_over':
      return (
        <>
          <NativeSelect
            label="Why"
            value={step.reason}
            disabled={disabled}
            onChange={(event) => set('reason', event.currentTarget.value)}
            data={parts.reasons.map(({ name, says }) => ({ value: name, label: says }))}
          />
          <WordsField
            label="What is said before"
            none="Only that a colleague takes over"
            value={step.words}
            onChange={(value) => set('words', value)}
          />
        </>
      );
  }
}

type Check = Extract<ProcedureStep, { do: 'check' }>;

interface BranchesProps {
  step: Check;
  path: Path;
  editing: boolean;
  /** The steps of a branch. */
  steps: (path: Path, label: string) => React.ReactNode;
}

/** The first branch whose condition holds is taken; with none, it goes on below. */
export function Branches({ step, path, editing, steps }: BranchesProps) {
  const { parts, disabled, change } = useEditing();
  const branches = (next: Check['branches']): void => change([...path, 'branches'], next);
  return (
    <div className={css.branches}>
      {step.branches.map(({ when }, at) => (
        <section key={at} className={css.branch} aria-label={`Branch ${at + 1}`}>
          <header className={css.when}>
            <strong>{at === 0 ? 'If' : 'Or if'}</strong>
            {!editing && <span>{conditionWords(when, parts)}</span>}
            {editing && step.branches.length > 1 && (
              <CloseButton
                size="sm"
                aria-label={`Remove branch ${at + 1}`}
                disabled={disabled}
                onClick={() => branches(step.branches.filter((_, other) => other !== at))}
              />
            )}
          </header>
          {editing && (
            <ConditionForm
              value={when}
              label={`Condition ${at + 1}`}
              onChange={(next) => change([...path, 'branches', at, 'when'], next)}
            />
          )}
          {steps([...path, 'branches', at, 'steps'], `If ${conditionWords(when, parts)}`)}
        </section>
      ))}
      {step.otherwise && (
        <section className={css.branch} aria-label="Otherwise">
          <header className={css.when}>
            <strong>Otherwise</strong>
            {editing && (
              <CloseButton
                size="sm"
                aria-label="Remove: otherwise"
                disabled={disabled}
                onClick={() => change([...path, 'otherwise'], undefined)}
              />
            )}
          </header>
          {steps([...path, 'otherwise'], 'Otherwise')}
        </section>
      )}
      {editing && (
        <div className={css.tools}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={disabled || step.branches.length >= 10}
            onClick={() =>
              branches([
                ...step.branches,
                { when: { fact: 'order.sent', is: true }, steps: [{ do: 'say', end: true }] },
              ])
            }
          >
            One more branch
          </Button>
          {!step.otherwise && (
            <Button
              size="compact-xs"
              variant="default"
              disabled={disabled}
              onClick={() => change([...path, 'otherwise'], [{ do: 'say', end: true }])}
            >
              Otherwise …
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
