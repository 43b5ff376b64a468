import { ActionIcon, Button, Group, Tooltip, UnstyledButton } from '@mantine/core';
import type { AiTurnBody, DraftBody, EvidenceSpanBody } from '@satchel/contracts';
import { useState } from 'react';
import { textOf } from '../../lib/keyboard';
import { isMac, useShortcut } from '../../lib/use-shortcut';
import { IconSend, IconSparkles, IconX } from '../../ui/icons';
import { Keys } from '../../ui/keys';
import css from './ai.module.css';
import { Evidence } from './evidence';
import { ProvenText } from './proven-text';
import { isReadyToSend } from './turn-of';
import { Verdict } from './verdict';

interface Props {
  draft: DraftBody;
  turn: AiTurnBody | null;
  /** Somebody is writing: the card steps back to one line, and Ctrl+Enter belongs to the writer. */
  writing: boolean;
  /** Proposed with a handoff: the summary comes first, the text on demand. */
  folded: boolean;
  onUse: () => void;
  onSend: () => void;
  onDismiss: () => void;
}

/** "AI reply ready": read it, see what it rests on, and send it with one key. */
export function DraftCard({ draft, turn, writing, folded, onUse, onSend, onDismiss }: Props) {
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? !(writing || folded);
  // Nothing is sent that its reader cannot see.
  useShortcut('send', onSend, !writing && open);
  useShortcut('use_draft', onUse);
  const ready = isReadyToSend(turn);
  const title = ready ? 'Ready to send' : 'AI reply ready';
  return (
    <section className={css.card} aria-label={title}>
      <header className={css.head}>
        <IconSparkles size={16} />
        <strong>{title}</strong>
        {ready && !writing && open && <Keys id="send" />}
        {turn && <span className={css.count}>{restsOn(turn.evidence.length)}</span>}
        <UnstyledButton className={css.toggle} aria-expanded={open} onClick={() => setOpened(!open)}>
          {open ? 'Hide' : 'Show'}
        </UnstyledButton>
        <Tooltip label="Dismiss">
          <ActionIcon size="sm" aria-label="Dismiss the AI reply" onClick={onDismiss}>
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      {open && (
        <>
          <div className={css.scroll} tabIndex={0} role="region" aria-label="Proposed reply and its evidence">
            <ProvenText text={draft.text} spans={turn?.spans ?? NO_SPANS} />
            {turn && <Evidence turn={turn} />}
          </div>
          <Group gap={8} className={css.actions}>
            <Tooltip label={writing ? 'Sends this text, not yours' : textOf('send', isMac())}>
              <Button size="compact-md" leftSection={<IconSend size={15} />} onClick={onSend}>
                Send
              </Button>
            </Tooltip>
            <Tooltip label={`Edit it first (${textOf('use_draft', isMac())})`}>
              <Button size="compact-md" variant="default" onClick={onUse}>
                Use
              </Button>
            </Tooltip>
            <Button size="compact-md" variant="subtle" color="gray" onClick={onDismiss}>
              Dismiss
            </Button>
            {turn && <Verdict turn={turn} />}
          </Group>
        </>
      )}
    </section>
  );
}

const NO_SPANS: readonly EvidenceSpanBody[] = [];

function restsOn(facts: number): string {
  if (facts === 0) return 'rests on no live facts: check it';
  return facts === 1 ? 'rests on 1 fact' : `rests on ${facts} facts`;
}
