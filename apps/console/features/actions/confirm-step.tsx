import { Button, Group } from '@mantine/core';
import type { ActionPreviewBody } from '@satchel/contracts';
import { ApiError, messageOf } from '../../lib/api';
import css from './actions.module.css';
import { Fallback, fallbackIn } from './fallback';
import { Facts } from './preview-card';
import { decisionText } from './run-outcome';
import type { Subject } from './subject';

interface Props {
  preview: ActionPreviewBody;
  subject: Subject;
  sending: boolean;
  error: Error | null;
  onBack: () => void;
  onYes: () => void;
  onClose: () => void;
}

/** The last look: the button says what it does, with the amount and the order. */
export function ConfirmStep({ preview, subject, sending, error, onBack, onYes, onClose }: Props) {
  const rules = decisionText(preview.decision);
  const fallback = fallbackIn(error);
  const lost = error instanceof ApiError && error.status === 0;
  return (
    <div>
      <p className={css.question}>{preview.summary}?</p>
      <Facts facts={preview.facts} />
      {rules && (
        <p className={css.rules} data-tone={rules.tone}>
          {rules.text}
        </p>
      )}
      {error && (
        <p className={css.refused} role="alert">
          {messageOf(error)}
          {lost && ' Press the button again: the same press is never done twice.'}
        </p>
      )}
      {fallback && <Fallback reason={null} fallback={fallback} subject={subject} onClose={onClose} inline />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" disabled={sending} onClick={onBack}>
          Back
        </Button>
        {/* Focus waits on the way forward, but only Enter or a click takes it. */}
        <Button loading={sending} onClick={onYes} autoFocus>
          {preview.summary}
        </Button>
      </Group>
    </div>
  );
}
