import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons';
import { useAround, useChat } from './surroundings';

/** A reconnect that takes a moment is nobody's business. */
const SAY_AFTER_MS = 2500;

export function LineNotice() {
  const { words } = useAround();
  const { line, phase } = useChat();
  const broken = phase === 'ready' && (line === 'down' || line === 'connecting');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (!broken) return;
    const timer = setTimeout(() => setShown(true), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <div class="line-notice" role="status">
      {broken && shown ? words.noConnection : ''}
    </div>
  );
}

/** Instead of the conversation, while there can be none. */
export function PhaseNotice() {
  const { words } = useAround();
  const { phase } = useChat();
  if (phase === 'starting') return <Waiting label={words.loading} />;
  const text = { trying: words.connecting, 'sign-in': words.signIn, refused: words.refused, ready: '' }[phase];
  return (
    <div class="middle" role="status">
      <Icon name={phase === 'sign-in' ? 'person' : 'alert'} />
      <p>{text}</p>
    </div>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div class="middle" role="status">
      <span class="spinner" aria-hidden="true" />
      <span class="unseen">{label}</span>
    </div>
  );
}
