import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import type { RewriteLanguage, RewriteStyle } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { textOf } from '../../lib/keyboard';
import { copilotSummaryQuery } from '../../lib/queries';
import { isMac, useShortcut } from '../../lib/use-shortcut';
import { IconSparkles } from '../../ui/icons';
import { rewriteWords, translateWords } from './rewrite-words';
import { useRewrite } from './use-rewrite';

const STYLES: readonly Exclude<RewriteStyle, 'translate'>[] = ['shorter', 'warmer', 'formal', 'fix'];

/** Beside the reply: the same in other words, and the way back. */
export function AiMenu({ ticketId, reply }: { ticketId: string; reply: string }) {
  const [opened, setOpened] = useState(false);
  const rewrite = useRewrite(ticketId, reply);
  const disabled = reply.trim() === '' || rewrite.busy;
  // Asked for when it is needed: it may cost a model's time.
  const summary = useQuery({ ...copilotSummaryQuery(ticketId), enabled: opened }).data;
  const language: RewriteLanguage = summary?.language ?? 'en';
  useShortcut('rewrite', () => setOpened(true), !disabled);
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="top-start" width={230}>
        <Menu.Target>
          <Tooltip label={`Word it differently (${textOf('rewrite', isMac())})`}>
            <ActionIcon aria-label="Word the reply differently" size="lg" disabled={disabled} loading={rewrite.busy}>
              <IconSparkles size={18} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {STYLES.map((style) => (
            <Menu.Item key={style} onClick={() => rewrite.run({ style })}>
              {rewriteWords(style)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => rewrite.run({ style: 'translate', language })}>
            {translateWords(language)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {rewrite.undo && (
        <Button size="compact-xs" variant="subtle" onClick={rewrite.undo} title={rewrite.unproven.join(' ')}>
          Undo AI edit
        </Button>
      )}
    </>
  );
}
