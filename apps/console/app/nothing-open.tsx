import { Empty } from '../ui/empty';
import { IconMail } from '../ui/icons';
import { Keys } from '../ui/keys';

export function NothingOpen() {
  return (
    <Empty icon={<IconMail size={26} />} title="Choose a ticket">
      <Keys id="next" /> and <Keys id="previous" /> move through the list, <Keys id="open" /> opens,{' '}
      <Keys id="palette" /> does everything else. <Keys id="help" /> shows all keys.
    </Empty>
  );
}
