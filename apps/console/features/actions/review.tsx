import { Button, Group, Loader } from '@mantine/core';
import type { ActionBody, ActionPreviewBody } from '@satchel/contracts';
import { messageOf } from '../../lib/api';
import { buttonLabel } from './action-words';
import css from './actions.module.css';
import { Fallback, fallbackIn } from './fallback';
import { PreviewCard } from './preview-card';
import type { ActionArgs, Subject } from './subject';
import { usePreview } from './use-run';

interface Props {
  action: ActionBody;
  name: string;
  subject: Subject;
  args: ActionArgs | null;
  sending: boolean;
  error: Error | null;
  onAsk: (args: ActionArgs, preview: ActionPreviewBody) => void;
  onFollow: (action: string, args: ActionArgs) => void;
  onClose: () => void;
}

/** Under every form: what it would do, what the rules say of it, and the button. */
export function Review({ action, name, subject, args, sending, error, onAsk, onFollow, onClose }: Props) {
  const preview = usePreview(name, subject, args);
  const told = args && !preview.error ? preview.data : undefined;
  const verdict = told?.decision.verdict;
  const fallback = fallbackIn(preview.error);
  const words =
    verdict === 'needs_approval'
      ? 'Ask for approval'
      : action.risk === 'money' || verdict === 'needs_confirm'
        ? 'Go on'
        : buttonLabel({ ...action, name });
  return (
    <div className={css.review}>
      <div role="status" aria-live="polite" aria-busy={preview.isFetching}>
        {args && preview.isFetching && !told && !preview.error && (
          <p className={css.note}>
            <Loader size={12} /> Looking at what this would do …
          </p>
        )}
        {told && <PreviewCard preview={told} stale={!preview.fresh} onFollow={onFollow} />}
        {args && preview.error && !preview.isFetching && <p className={css.refused}>{messageOf(preview.error)}</p>}
      </div>
      {args && fallback && <Fallback reason={null} fallback={fallback} subject={subject} onClose={onClose} inline />}
      {error && (
        <p className={css.refused} role="alert">
          {messageOf(error)}
        </p>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={!args || !told || !preview.fresh || verdict === 'deny'}
          loading={sending}
          onClick={() => args && told && onAsk(args, told)}
        >
          {words}
        </Button>
      </Group>
    </div>
  );
}
