import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { ConnectorBody } from '@satchel/contracts';
import { useId, useState } from 'react';
import { ChannelIcon } from '../../ui/channel-icon';
import { IconPlug, IconSearch } from '../../ui/icons';
import { groupsOf, kindLabel } from './connector-groups';
import css from './wizard.module.css';

interface Props {
  connectors: ConnectorBody[];
  chosen: ConnectorBody | undefined;
  /** Once it is stored it is what it is; another one is another connection. */
  fixed: boolean;
  onChoose: (connectorId: string) => void;
}

/** Everything that can be connected, by kind, with a search over all of it. */
export function ConnectorPicker({ connectors, chosen, fixed, onChoose }: Props) {
  const [q, setQ] = useState('');
  const id = useId();
  if (chosen) {
    return (
      <div className={css.chosen}>
        <Sign connector={chosen} />
        <span>
          <strong>{chosen.label}</strong>
          <small>{kindLabel(chosen.kind)}</small>
        </span>
        {!fixed && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChoose('')}>
            Choose another
          </Button>
        )}
      </div>
    );
  }
  const groups = groupsOf(connectors, q);
  return (
    <div>
      <TextInput
        label="What do you connect?"
        placeholder="Shopify, loyalty, carrier …"
        leftSection={<IconSearch size={15} />}
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        data-autofocus
      />
      <div role="status">{groups.length === 0 && <p className={css.nothing}>Nothing is called that.</p>}</div>
      {groups.map(({ kind, label, connectors: ours }) => (
        <section key={kind} aria-labelledby={`${id}-${kind}`}>
          <h3 id={`${id}-${kind}`} className={css.kind}>
            {label}
          </h3>
          <ul className={css.tiles}>
            {ours.map((connector) => (
              <li key={connector.id}>
                <UnstyledButton className={css.tile} onClick={() => onChoose(connector.id)}>
                  <Sign connector={connector} />
                  {connector.label}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Sign({ connector }: { connector: ConnectorBody }) {
  return connector.kind === 'channel' ? <ChannelIcon channel={connector.id} size={17} /> : <IconPlug size={17} />;
}
