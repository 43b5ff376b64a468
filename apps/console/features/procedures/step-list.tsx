import { ActionIcon, Button, Menu } from '@mantine/core';
import type { ProcedureDocumentBody, ProcedureStep } from '@satchel/contracts';
import { type MouseEvent, useState } from 'react';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconChevronDown, IconPlus, IconX } from '../../ui/icons';
import { beginnings, blockAt, fieldOf, idOf, moved, type Path, removed, stepOf, stepsAt } from './edit-document';
import { useEditing } from './editing';
import css from './procedures.module.css';
import { Branches, StepForm } from './step-form';
import { STEP_LABELS, stepWords } from './step-words';

/** The steps of the procedure, or of one of its branches, in their order. */
export function StepList({ path, label }: { path: Path; label: string }) {
  const { document, disabled, change } = useEditing();
  const steps = stepsAt(document, path);
  const places = beginnings(steps);
  return (
    <>
      <ol className={css.steps} aria-label={label}>
        {steps.map((step, at) => (
          <StepCard
            key={idOf(step)}
            step={step}
            path={[...path, at]}
            // What belongs to a proposal goes where it goes.
            {...(places.includes(at) && {
              onMove: (by: -1 | 1) => change(path, moved(steps, at, by)),
              onRemove: () => change(path, removed(steps, at)),
              first: at === 0,
              last: at + blockAt(steps, at) === steps.length,
            })}
          />
        ))}
      </ol>
      {!disabled && <AddStep label={label} onAdd={(added) => change(path, [...steps, ...added])} />}
    </>
  );
}

interface CardProps {
  step: ProcedureStep;
  path: Path;
  onMove?: (by: -1 | 1) => void;
  onRemove?: () => void;
  first?: boolean;
  last?: boolean;
}

function StepCard({ step, path, onMove, onRemove, first, last }: CardProps) {
  const { document, parts, problems, disabled } = useEditing();
  const [open, setOpen] = useState(false);
  const field = fieldOf(path);
  const wrong = problems.filter((problem) => stepOf(problem.field) === field);
  const number = Number(path.at(-1)) + 1;
  const name = `Step ${field.replace(/[a-z]+\.?/g, '').replace(/\.$/, '')}`;
  const text = stepWords(step, document, parts);
  // Whoever moves by the keyboard goes on with the same step.
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const pressed = event.currentTarget;
    onMove?.(by);
    requestAnimationFrame(() => pressed.focus());
  };
  return (
    <li className={css.step} data-do={step.do} data-wrong={wrong.length > 0 || undefined}>
      <div className={css.head}>
        <span className={css.number}>{number}</span>
        <button
          type="button"
          className={css.open}
          aria-expanded={open}
          aria-label={`${name}: ${STEP_LABELS[step.do]}, ${text}`}
          onClick={() => setOpen(!open)}
        >
          <strong>{STEP_LABELS[step.do]}</strong> <span>{step.do === 'check' ? '' : text}</span>
          {!disabled && <IconChevronDown size={14} className={css.chevron} />}
        </button>
        {onMove && onRemove && !disabled && (
          <span className={css.order}>
            <ActionIcon size="sm" aria-label={`Move ${name} up`} disabled={first} onClick={move(-1)}>
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon size="sm" aria-label={`Move ${name} down`} disabled={last} onClick={move(1)}>
              <IconArrowDown size={14} />
            </ActionIcon>
            <ActionIcon size="sm" aria-label={`Remove ${name}`} onClick={onRemove}>
              <IconX size={14} />
            </ActionIcon>
          </span>
        )}
      </div>
      {wrong.map(({ message }) => (
        <p key={message} className={css.problem}>
          <IconAlertTriangle size={14} /> {message}
        </p>
      ))}
      {open && step.do !== 'check' && (
        <div className={css.form}>
          <StepForm step={step} path={path} />
        </div>
      )}
      {step.do === 'check' && (
        <Branches
          step={step}
          path={path}
          editing={open && !disabled}
          steps={(inner, label) => <StepList path={inner} label={label} />}
        />
      )}
    </li>
  );
}

const KINDS: ProcedureStep['do'][] = ['need', 'check', 'look_up', 'propose', 'say', 'hand_over'];

function AddStep({ label, onAdd }: { label: string; onAdd: (steps: ProcedureStep[]) => void }) {
  const { document } = useEditing();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={`Add a step: ${label}`}
        >
          Add a step
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(newSteps(kind, document))}>
            {STEP_LABELS[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function newSteps(kind: ProcedureStep['do'], { slots, reason }: ProcedureDocumentBody): ProcedureStep[] {
  switch (kind) {
    case 'need':
    case 'ask':
      return [{ do: kind, slot: Object.keys(slots)[0] ?? 'order' }];
    case 'check':
      return [
        { do: 'check', branches: [{ when: { fact: 'order.sent', is: true }, steps: [{ do: 'hand_over', reason }] }] },
      ];
    case 'look_up':
      return [{ do: 'look_up', tool: 'order_lines', with: {} }];
    case 'propose':
      // Nothing is done that was not put before them.
      return [{ do: 'propose', action: 'cancel_order', with: {} }, { do: 'confirm' }, { do: 'execute' }];
    case 'hand_over':
      return [{ do: 'hand_over', reason }];
    default:
      return [{ do: 'say', words: { en: 'Hello.' } }];
  }
}
