import type { CapabilitiesBody } from '@satchel/contracts';
import { IconCheck, IconX } from '../../ui/icons';
import { capabilityLabel } from './capability-words';
import css from './wizard.module.css';

/** What the last good check found: whose account it is, what it can do, and why not the rest. */
export function Verdict({ capabilities }: { capabilities: CapabilitiesBody }) {
  const { account, can, cannot } = capabilities;
  return (
    <div className={css.verdict}>
      {account && (
        <p>
          Account <strong>{account}</strong>
        </p>
      )}
      {can.length > 0 && (
        <ul className={css.can} aria-label="What it can do">
          {can.map((capability) => (
            <li key={capability}>
              <IconCheck size={14} /> {capabilityLabel(capability)}
            </li>
          ))}
        </ul>
      )}
      {cannot.length > 0 && (
        <ul className={css.cannot} aria-label="What it cannot do">
          {cannot.map(({ capability, reason }) => (
            <li key={capability}>
              <IconX size={14} />
              <span>
                <strong>{capabilityLabel(capability)}</strong> {reason}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
