import { profileOf } from '../lib/asked';
import { AskedFields } from './asked-fields';
import { Greeting } from './greeting';
import { useAround, useChat } from './surroundings';
import { useAsked } from './use-asked';

/** Before the first message: who is there, as far as the shop wants to know. */
export function AskForm() {
  const { words, chat } = useAround();
  const { config } = useChat();
  const form = useAsked({ needsEmail: false });
  const start = (firstWords?: string): void => {
    if (!form.check()) return;
    chat.keepProfile(profileOf(form.asked));
    if (firstWords) chat.send(firstWords);
  };
  return (
    <form
      class="form"
      ref={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Greeting />
      <h3>{words.formTitle}</h3>
      <AskedFields form={form} />
      <button type="submit" class="main">
        {words.start}
      </button>
      {config?.answersByAi && (
        <button type="button" class="second" onClick={() => start(words.personText)}>
          {words.person}
        </button>
      )}
    </form>
  );
}
