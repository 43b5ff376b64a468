import type { ConnectorBody } from '@satchel/contracts';
import { CopyLine } from '../../ui/copy-line';
import css from './wizard.module.css';

/** What to do at the vendor before the form can be filled, and what its key must be allowed. */
export function ConnectorGuide({ connector }: { connector: ConnectorBody }) {
  const { label, steps, scopes } = connector;
  if (steps.length + scopes.length === 0) return null;
  return (
    <section className={css.guide} aria-label={`First, at ${label}`}>
      {steps.length > 0 && (
        <>
          <h3>First, at {label}</h3>
          <ol>
            {steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {scopes.length > 0 && (
        <>
          <h3>What the key must be allowed</h3>
          <CopyLine value={scopes.join(', ')} what="what the key must be allowed" />
        </>
      )}
    </section>
  );
}
