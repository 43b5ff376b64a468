import { Button } from '@mantine/core';
import type { ActionPreviewBody } from '@satchel/contracts';
import css from './actions.module.css';
import { decisionText } from './run-outcome';
import type { ActionArgs } from './subject';

interface Props {
  preview: ActionPreviewBody;
  /** Something was typed since. */
  stale: boolean;
  onFollow?: (action: string, args: ActionArgs) => void;
}

/** What would be done, as the other side and the rules told a moment ago. */
export function PreviewCard({ preview, stale, onFollow }: Props) {
  const { summary, facts, decision } = preview;
  const rules = decisionText(decision);
  const { offer } = decision;
  return (
    <div className={css.preview} data-stale={stale || undefined}>
      <strong>{summary}</strong>
      <Facts facts={facts} />
      {rules && (
        <p className={css.rules} data-tone={rules.tone}>
          {rules.text}
        </p>
      )}
      {offer && (
        <div className={css.rules} data-tone="blue">
          <p>Offer this first: “{offer.text}”</p>
          {offer.action && onFollow && (
            <Button size="compact-xs" variant="default" onClick={() => onFollow(offer.action ?? '', offer.arguments)}>
              They take it
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

export function Facts({ facts }: { facts: { label: string; value: string }[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className={css.facts}>
      {facts.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
