import { Button, Group, Modal } from '@mantine/core';
import type { MessageBody } from '@satchel/contracts';
import { formatDate } from '../../lib/format';
import { PlainText } from '../../ui/plain-text';
import css from './stale-dialog.module.css';

interface Props {
  opened: boolean;
  gained: MessageBody[];
  onSend: () => void;
  onEdit: () => void;
}

/** The send was stopped: the thread gained something that its writer had not seen. */
export function StaleDialog({ opened, gained, onSend, onEdit }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onEdit}
      title="This changed while you wrote"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={css.lead}>Your reply was not sent. It is kept. This came in meanwhile:</p>
      {gained.map((message) => (
        <blockquote key={message.id} className={css.gained}>
          <header>
            <strong>{message.author.name}</strong> <time>{formatDate(message.createdAt, 'clock')}</time>
          </header>
          <PlainText text={message.text} />
        </blockquote>
      ))}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onSend}>
          Send anyway
        </Button>
        <Button onClick={onEdit} data-autofocus>
          Edit my reply
        </Button>
      </Group>
    </Modal>
  );
}
