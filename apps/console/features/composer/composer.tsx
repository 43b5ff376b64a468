import { ActionIcon, Button, FileButton, Tooltip, UnstyledButton } from '@mantine/core';
import type { CreateMessageRequest, DraftBody, TicketBody } from '@satchel/contracts';
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import {
  composer,
  type ComposerKind,
  focusComposer,
  offerFiles,
  offerFocus,
  useWriting,
} from '../../lib/composer-store';
import { textOf } from '../../lib/keyboard';
import { tellTyping } from '../../lib/typing';
import { isMac, useShortcut } from '../../lib/use-shortcut';
import { IconNote, IconPaperclip, IconSend } from '../../ui/icons';
import css from './composer.module.css';
import { AiMenu } from './ai-menu';
import { Choices, type ChoicesDraft, NO_CHOICES, offeredIn } from './choices';
import { Copies } from './copies';
import { DestinationMenu } from './destination-menu';
import { Files } from './files';
import { Limits } from './limits';
import { type Later, SendLater } from './send-later';
import { type ChosenTemplate, TemplateForm } from './template-form';
import { useDestination } from './use-destination';
import { WayNotice } from './way-notice';
import { useDraft } from './use-draft';
import { useUndoSeconds } from './use-undo-seconds';
import { useUploads } from './use-uploads';

const SAVE_WORDS = { idle: '', saving: 'Saving …', saved: 'Draft saved', unsaved: 'Not saved yet' } as const;
const TABS: { kind: ComposerKind; label: string }[] = [
  { kind: 'reply', label: 'Reply' },
  { kind: 'note', label: 'Note' },
];

const NO_TEMPLATE = { chosen: null, text: '' };

interface Props {
  ticket: TicketBody;
  /** My draft at the server: undefined until it was read, null when there is none. */
  mine: DraftBody | null | undefined;
  onSend: (request: CreateMessageRequest) => void;
}

export function Composer({ ticket, mine, onSend }: Props) {
  const writing = useWriting(ticket.id);
  const saved = useDraft(ticket.id, mine);
  const uploads = useUploads();
  const field = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  const destination = useDestination(ticket.id);
  const [template, setTemplate] = useState<{ chosen: ChosenTemplate | null; text: string }>(NO_TEMPLATE);
  const [cc, setCc] = useState<string[] | null>(null);
  const [choices, setChoices] = useState<ChoicesDraft | null>(null);
  const { kind } = writing;
  const text = writing[kind];
  const to = kind === 'reply' ? destination.chosen : null;
  const closed = to?.window?.open === false;
  const barred = to?.blocked !== null && to?.blocked !== undefined;
  const tooLong = to?.traits.maxChars !== null && to !== null && [...text].length > (to.traits.maxChars ?? 0);
  const written = closed ? template.chosen !== null : text.trim() !== '' && !tooLong;
  const offers = to !== null && !closed && to.traits.choices > 0;
  const offered = offers && choices ? offeredIn(choices) : [];
  const ready = written && offered.length <= (to?.traits.choices ?? 0) && !barred && !uploads.busy;

  // Whoever chats waits at the other end: nothing is held back there.
  const undoSeconds = useUndoSeconds();
  const holdsFor = to?.addressKind === 'visitor' ? 0 : undoSeconds;

  useEffect(() => offerFocus(() => field.current?.focus()), []);
  const { take } = uploads;
  useEffect(() => offerFiles(take));
  const begin = (next: ComposerKind): void => {
    composer.write(ticket.id, { kind: next });
    focusComposer();
  };
  const send = (later?: Later): void => {
    if (!ready) return;
    const attachments = uploads.files.flatMap((file) => (file.stored ? [file.stored.id] : []));
    onSend({
      kind,
      text: closed ? template.text : text.trim(),
      ...(attachments.length && { attachments }),
      // What is on screen is what is meant: it is pinned, whatever happens to the ticket meanwhile.
      ...(to && { to: { connectionId: to.connectionId, address: to.address } }),
      ...(to?.traits.copies && cc?.length && { cc }),
      ...(offered.length && { choices: offered }),
      ...(closed && template.chosen && { template: template.chosen }),
      ...(kind === 'reply' && (later ?? (holdsFor > 0 && { undoSeconds: holdsFor }))),
    });
    if (!closed) composer.write(ticket.id, { [kind]: '', kind: 'reply' });
    setCc(null);
    setChoices(null);
    uploads.clear();
  };
  useShortcut('reply', () => begin('reply'));
  useShortcut('note', () => begin('note'));
  useShortcut('send', () => send(), ready);

  const paste = (event: ClipboardEvent): void => {
    const { files } = event.clipboardData;
    if (files.length === 0) return;
    event.preventDefault();
    uploads.add(files);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    uploads.add(event.dataTransfer.files);
  };
  return (
    <section
      className={css.composer}
      data-kind={kind}
      data-over={over || undefined}
      aria-label="Composer"
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <div className={css.tabs} role="group" aria-label="What to write">
        {TABS.map((tab) => (
          <UnstyledButton
            key={tab.kind}
            className={css.tab}
            aria-pressed={kind === tab.kind}
            onClick={() => begin(tab.kind)}
          >
            {tab.label}
          </UnstyledButton>
        ))}
        {kind === 'reply' ? (
          <DestinationMenu name={ticket.customer.name} destination={destination} />
        ) : (
          <span className={css.to}>Only your colleagues see notes</span>
        )}
        {to?.traits.copies && cc === null && (
          <UnstyledButton className={css.tab} onClick={() => setCc([])}>
            Cc
          </UnstyledButton>
        )}
        {offers && choices === null && (
          <UnstyledButton className={css.tab} onClick={() => setChoices(NO_CHOICES)}>
            Quick replies
          </UnstyledButton>
        )}
      </div>
      {to && <WayNotice option={to} />}
      {to?.traits.copies && cc !== null && <Copies value={cc} onChange={setCc} />}
      {to && closed && to.traits.templates && !barred && (
        <TemplateForm
          key={to.connectionId}
          connectionId={to.connectionId}
          onChange={(chosen, filled) => setTemplate({ chosen, text: filled })}
        />
      )}
      <textarea
        hidden={closed}
        ref={field}
        className={css.field}
        rows={3}
        dir="auto"
        aria-label={kind === 'reply' ? `Reply to ${ticket.customer.name}` : 'Note for colleagues'}
        placeholder={kind === 'reply' ? 'Write a reply …' : 'Write a note …'}
        value={text}
        onChange={(event) => {
          composer.write(ticket.id, { [kind]: event.currentTarget.value });
          // Told on the ticket's own way alone: nobody is to wait where the answer does not come.
          if (to?.current && to.traits.typing && event.currentTarget.value.trim()) tellTyping(ticket.id);
        }}
        onPaste={paste}
      />
      {offers && choices !== null && (
        <Choices option={to} value={choices} onChange={setChoices} onSend={() => send()} />
      )}
      {to && <Limits text={text} traits={to.traits} />}
      <Files uploads={uploads} />
      <footer className={css.foot}>
        <FileButton onChange={uploads.add} multiple>
          {(props) => (
            <Tooltip label="Attach files (or paste, or drop them here)">
              <ActionIcon {...props} aria-label="Attach files" size="lg">
                <IconPaperclip size={18} />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
        {kind === 'reply' && !closed && <AiMenu key={ticket.id} ticketId={ticket.id} reply={text} />}
        <span className={css.saved} aria-live="polite">
          {kind === 'reply' ? SAVE_WORDS[saved] : ''}
        </span>
        <Button.Group>
          <Tooltip label={textOf('send', isMac())}>
            <Button
              onClick={() => send()}
              disabled={!ready}
              color={kind === 'note' ? 'saddle' : undefined}
              leftSection={kind === 'note' ? <IconNote size={16} /> : <IconSend size={16} />}
            >
              {kind === 'note' ? 'Add note' : 'Send'}
            </Button>
          </Tooltip>
          {kind === 'reply' && <SendLater disabled={!ready} onChoose={send} />}
        </Button.Group>
      </footer>
    </section>
  );
}
