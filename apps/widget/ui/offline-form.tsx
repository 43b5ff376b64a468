import { useState } from 'preact/hooks';
import { profileOf } from '../lib/asked';
import { AskedFields } from './asked-fields';
import { Field } from './field';
import { useAround, useChat } from './surroundings';
import { useAsked } from './use-asked';

/** Nobody is there: a message with an address, answered by mail. */
export function OfflineForm({ compact }: { compact: boolean }) {
  const { words, chat } = useAround();
  const { config } = useChat();
  const form = useAsked({ needsEmail: true });
  const [text, setText] = useState('');
  const tooLong = text.length > (config?.maxChars ?? 10_000);
  const send = (): void => {
    if (!form.check(text.trim() ? {} : { message: 'fillIn' }) || tooLong) return;
    const profile = profileOf(form.asked);
    chat.keepProfile(profile);
    chat.send(text.trim(), [], profile);
  };
  return (
    <form
      class={compact ? 'form compact' : 'form'}
      ref={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!compact && <h3>{words.offlineTitle}</h3>}
      <p>{words.offlineText}</p>
      <AskedFields form={form} needsEmail />
      <Field
        label={words.message}
        kind="long"
        value={text}
        change={setText}
        problem={form.problem('message')}
        required
      />
      <button type="submit" class="main">
        {words.sendMail}
      </button>
    </form>
  );
}
