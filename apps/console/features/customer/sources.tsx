import type { CustomerContextBody } from '@satchel/contracts';
import { useNow } from '../../lib/use-now';
import { IconAlertTriangle } from '../../ui/icons';
import css from './customer-panel.module.css';
import { otherProblems, sourceWords } from './sources-line';

/** One quiet line: how old this is, and who did not answer. */
export function SourcesLine({ context }: { context: CustomerContextBody }) {
  const now = useNow();
  const { sources, problems } = context;
  const others = otherProblems(problems, sources);
  if (sources.length + others.length === 0) return null;
  return (
    <div className={css.sources} role="status">
      {sourceWords(sources, now).map(({ connectionId, text, problem }) => (
        <span key={connectionId} data-trouble={problem !== null || undefined} title={problem ?? undefined}>
          {problem && <IconAlertTriangle size={12} />}
          {text}
          {problem && problem !== text && <em>{problem}</em>}
        </span>
      ))}
      {others.map((problem) => (
        <span key={problem} data-trouble>
          <IconAlertTriangle size={12} />
          {problem}
        </span>
      ))}
    </div>
  );
}
