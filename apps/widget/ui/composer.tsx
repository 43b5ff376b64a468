import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { draftKey } from '../lib/memory';
import { fill, plural } from '../lib/words';
import { Icon } from './icons';
import { useAround, useChat } from './surroundings';
import { UploadList } from './upload-list';
import type { Uploads } from './use-uploads';

/** The counter shows when this part of what is allowed is written. */
const COUNT_FROM = 0.9;
const TALLEST_PX = 140;

export function Composer({ uploads }: { uploads: Uploads }) {
  const { words, chat, shell, tab } = useAround();
  const { config, visitor, profile } = useChat();
  const draft = draftKey(shell.key);
  const [text, setText] = useState(() => tab.get(draft) ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const most = config?.maxChars ?? 10_000;
  const left = most - text.length;
  const hasFiles = uploads.pending.length > 0;
  const canSend = (text.trim() !== '' || hasFiles) && left >= 0 && !uploads.busy;

  const write = (value: string): void => {
    setText(value);
    if (value) tab.set(draft, value);
    else tab.remove(draft);
    if (value) chat.typing();
  };
  const send = (): void => {
    if (!canSend) return;
    chat.send(text.trim(), uploads.take());
    write('');
    field.current?.focus();
  };
  useLayoutEffect(() => {
    const element = field.current!;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, TALLEST_PX)}px`;
  }, [text]);

  const email = visitor?.email ?? profile?.email;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {config && !config.online && email && <p class="hint">{fill(words.offlineKnown, { email })}</p>}
      <UploadList uploads={uploads} />
      <div class="box">
        <textarea
          ref={field}
          rows={1}
          value={text}
          dir="auto"
          placeholder={words.write}
          aria-label={words.write}
          aria-invalid={left < 0}
          enterkeyhint="send"
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While an input method is composing, Enter picks a word.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
          onPaste={(event) => {
            const files = event.clipboardData?.files;
            if (!files?.length) return;
            event.preventDefault();
            uploads.add([...files]);
          }}
        />
        <FilePicker label={words.attach} icon="clip" add={uploads.add} />
        <FilePicker label={words.camera} icon="camera" add={uploads.add} camera />
        <button type="submit" class="send" aria-label={words.send} title={words.send} aria-disabled={!canSend}>
          <Icon name="send" />
        </button>
      </div>
      <p class="counter" role="status">
        {left < 0
          ? plural(words.tooLong, -left, shell.language.format)
          : text.length >= most * COUNT_FROM
            ? plural(words.charsLeft, left, shell.language.format)
            : ''}
      </p>
    </form>
  );
}

function FilePicker(props: { label: string; icon: 'clip' | 'camera'; add: Uploads['add']; camera?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const { label, icon, add, camera } = props;
  return (
    <>
      <button
        type="button"
        class={camera ? 'plain only-touch' : 'plain'}
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      >
        <Icon name={icon} />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        multiple={!camera}
        accept={camera ? 'image/*' : undefined}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
