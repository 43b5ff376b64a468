import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';

interface Props {
  opened: boolean;
  title: string;
  action: string;
  /** As the field shows it: "2026-11-23T09:00". */
  initial: string;
  cancels: boolean;
  onCancels: (cancels: boolean) => void;
  onClose: () => void;
  onChoose: (at: Date) => void;
}

/** A time of one's own, for something that is to be sent. */
export function ChooseTime({ opened, title, action, initial, cancels, onCancels, onClose, onChoose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? initial;
  const [past, setPast] = useState(false);
  const choose = (): void => {
    const chosen = new Date(value);
    const ahead = chosen.getTime() > Date.now();
    setPast(!ahead);
    if (!ahead) return;
    onClose();
    onChoose(chosen);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <TextInput
        type="datetime-local"
        label="Time"
        value={value}
        error={past && 'Choose a time in the future.'}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        mt="md"
        label="Do not send it if the customer writes first"
        checked={cancels}
        onChange={(event) => onCancels(event.currentTarget.checked)}
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={choose}>{action}</Button>
      </Group>
    </Modal>
  );
}
