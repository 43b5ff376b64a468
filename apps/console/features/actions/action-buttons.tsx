import { Button, UnstyledButton } from '@mantine/core';
import type { ActionBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { actionsQuery } from '../../lib/queries';
import { buttonLabel, sortActions } from './action-words';
import css from './actions.module.css';
import { scopeOf, type Subject } from './subject';

const ActionDialog = lazy(() => import('./action-dialog').then((m) => ({ default: m.ActionDialog })));

interface Props {
  subject: Subject;
  names: readonly string[];
  /** What it is about, for who hears the buttons only: "#1003". */
  of: string;
}

/** What can be done to an order, a membership or a subscription; what cannot says why. */
export function ActionButtons({ subject, names, of }: Props) {
  const actions = useQuery(actionsQuery(scopeOf(subject)));
  const [chosen, setChosen] = useState<{ action: ActionBody; key: number } | null>(null);
  const [opened, setOpened] = useState(false);
  const { possible, not } = sortActions(actions.data ?? [], names);
  if (possible.length + not.length === 0) return null;
  const open = (action: ActionBody): void => {
    setChosen((known) => ({ action, key: (known?.key ?? 0) + 1 }));
    setOpened(true);
  };
  return (
    <div className={css.actions}>
      {possible.length > 0 && (
        <div className={css.buttons} role="group" aria-label={`Actions for ${of}`}>
          {possible.map((action) => (
            <Button key={action.name} size="compact-xs" variant="default" onClick={() => open(action)}>
              {buttonLabel(action)}
            </Button>
          ))}
        </div>
      )}
      {not.length > 0 && <NotPossible actions={not} onTask={open} />}
      {chosen && (
        <Suspense fallback={null}>
          <ActionDialog
            key={chosen.key}
            action={chosen.action}
            subject={subject}
            opened={opened}
            onClose={() => setOpened(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** In words and not in a tooltip: fingers and keyboards reach them alike. */
function NotPossible({ actions, onTask }: { actions: ActionBody[]; onTask: (action: ActionBody) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={css.not}>
      <UnstyledButton className={css.why} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide what is not possible' : `${actions.length} not possible now`}
      </UnstyledButton>
      {open && (
        <ul>
          {actions.map((action) => (
            <li key={action.name}>
              <span>
                <strong>{action.title}</strong> {action.availability?.reason}
              </span>
              {action.availability?.fallback && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Make a task: ${action.title}`}
                  onClick={() => onTask(action)}
                >
                  Make a task
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
