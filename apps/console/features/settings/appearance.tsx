import { Switch } from '@mantine/core';
import { useState } from 'react';
import { readPreference, writePreference } from '../../lib/preferences';
import { SchemeControl } from '../../ui/scheme';
import { Section } from '../../ui/section';

export function Appearance() {
  const [singleKeys, setSingleKeys] = useState(() => readPreference('singleKeys') !== 'off');
  return (
    <Section title="Appearance and keys" lead="For this browser.">
      <SchemeControl />
      <Switch
        mt="md"
        label="Single-key shortcuts"
        description="J, K, E and the others. Ctrl+K works either way."
        checked={singleKeys}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          setSingleKeys(on);
          writePreference('singleKeys', on ? 'on' : 'off');
        }}
      />
    </Section>
  );
}
