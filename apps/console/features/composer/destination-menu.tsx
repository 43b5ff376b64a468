import { Menu, UnstyledButton } from '@mantine/core';
import type { DestinationOptionBody } from '@satchel/contracts';
import { channelName, readableAddress } from '../../lib/channel-words';
import { formatDate } from '../../lib/format';
import { ChannelIcon } from '../../ui/channel-icon';
import { IconCheck, IconChevronDown } from '../../ui/icons';
import css from './composer.module.css';
import type { Destination } from './use-destination';

/** Says where the reply goes, always; more ways to the same customer on demand. */
export function DestinationMenu({ name, destination }: { name: string; destination: Destination }) {
  const { options, chosen, choose } = destination;
  if (!chosen) return <span className={css.to}>to {name}</span>;
  const shown = (
    <>
      <ChannelIcon channel={chosen.channel} address={chosen.address} size={14} />
      <span className={css.address}>
        {name} · {shownAddress(chosen)}
      </span>
    </>
  );
  if (options.length < 2) {
    return (
      <span className={css.to} title={`${chosen.label}: ${shownAddress(chosen)}`}>
        {shown}
      </span>
    );
  }
  return (
    <Menu width={320} position="top-end">
      <Menu.Target>
        <UnstyledButton
          className={css.to}
          data-button
          aria-label={`Answer goes to ${name} ${shownAddress(chosen)} over ${chosen.label}. Choose another way`}
        >
          {shown} <IconChevronDown size={13} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Answer over</Menu.Label>
        {options.map((option) => (
          <Menu.Item
            key={`${option.connectionId} ${option.address}`}
            leftSection={<ChannelIcon channel={option.channel} address={option.address} size={16} />}
            rightSection={option === chosen ? <IconCheck size={14} /> : null}
            onClick={() => choose(option)}
          >
            {option.label}
            <span className={css.hint}>
              {shownAddress(option)}
              {stateOf(option)}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Ids of visitors and accounts tell nobody anything. */
const shownAddress = ({ address, addressKind, channel }: DestinationOptionBody): string =>
  addressKind === 'visitor' ? 'in the chat' : (readableAddress(address) ?? `on ${channelName(channel, address)}`);

function stateOf({ blocked, window }: DestinationOptionBody): string {
  if (blocked) return blocked.reason === 'opted_out' ? ' · asked for silence' : ' · mail came back';
  if (!window) return '';
  return window.closesAt ? ` · open until ${formatDate(window.closesAt, 'clock')}` : ' · templates only';
}
