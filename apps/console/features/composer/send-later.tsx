import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../../lib/format';
import { inputValue, laterTimes } from '../../lib/later-times';
import { ChooseTime } from '../../ui/choose-time';
import { IconChevronDown, IconClock } from '../../ui/icons';

export interface Later {
  sendAt: string;
  cancelIfCustomerWrites: boolean;
}

/** Beside "Send": at a time that is usual, or at one's own. */
export function SendLater({ disabled, onChoose }: { disabled: boolean; onChoose: (later: Later) => void }) {
  const [opened, setOpened] = useState(false);
  const [cancels, setCancels] = useState(true);
  const choose = (at: Date): void => onChoose({ sendAt: at.toISOString(), cancelIfCustomerWrites: cancels });
  return (
    <>
      <Menu position="top-end" width={290}>
        <Menu.Target>
          <Button px={8} disabled={disabled} aria-label="Send later">
            <IconChevronDown size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Send later</Menu.Label>
          {laterTimes(new Date()).map(({ label, at }) => (
            <Menu.Item key={label} leftSection={<IconClock size={16} />} onClick={() => choose(at)}>
              {label} · {formatDate(at.toISOString(), 'clock')}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setOpened(true)}>Choose a time …</Menu.Item>
          <Menu.Divider />
          <Menu.Item closeMenuOnClick={false} aria-pressed={cancels} onClick={() => setCancels(!cancels)}>
            {cancels ? '✓ ' : ''}Not if the customer writes first
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChooseTime
        opened={opened}
        title="Send later"
        action="Schedule"
        initial={inputValue(laterTimes(new Date())[1]?.at ?? new Date())}
        cancels={cancels}
        onCancels={setCancels}
        onClose={() => setOpened(false)}
        onChoose={choose}
      />
    </>
  );
}
