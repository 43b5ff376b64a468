import { Button, Radio, Stack } from '@mantine/core';
import type { ConnectorBody, ConnectorFieldBody } from '@satchel/contracts';
import { useState } from 'react';
import { CopyLine } from '../../ui/copy-line';
import css from './connections.module.css';
import { ConnectorField } from './connector-field';
import { fieldsOf, providerOf, waysOf } from './sign-in-way';

interface Props {
  connector: ConnectorBody;
  way: string;
  onWay: (way: string) => void;
  typed: Record<string, string>;
  errors: Record<string, string>;
  stored: boolean;
  onChange: (name: string, value: string) => void;
}

/** A connector's settings: first how it signs in, where there is a choice, then what that needs. */
export function ConnectorFields({ connector, way, onWay, typed, errors, stored, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const ways = waysOf(connector);
  const provider = providerOf(connector, way);
  const { shown, more } = fieldsOf(connector, way);
  // What is wrong must be seen.
  const open = opened || more.some(({ name }) => errors[name] !== undefined);
  const draw = (field: ConnectorFieldBody) => (
    <ConnectorField
      key={`${connector.id}.${field.name}`}
      field={field}
      value={typed[field.name] ?? ''}
      error={errors[field.name]}
      // A provider's hosts come with the sign-in, so nothing here is needed then.
      stored={stored}
      optional={provider !== null}
      onChange={(value) => onChange(field.name, value)}
    />
  );
  return (
    <>
      {ways.length > 0 && (
        <Radio.Group label="How does Satchel sign in?" value={way} onChange={onWay}>
          <Stack gap={6} mt={6}>
            {ways.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {provider && connector.signIn && (
        <div className={css.part}>
          <span>Register an OAuth client at {provider.label}, with this redirect address:</span>
          <CopyLine value={connector.signIn.redirectUri} what="the redirect address" />
        </div>
      )}
      {shown.map(draw)}
      {more.length > 0 && (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            className={css.advanced}
            aria-expanded={open}
            onClick={() => setOpened(!open)}
          >
            {open ? 'Hide advanced settings' : 'Advanced settings'}
          </Button>
          {open && more.map(draw)}
        </>
      )}
    </>
  );
}
