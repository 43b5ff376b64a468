import { Consent, Field } from './field';
import { useAround } from './surroundings';
import type { useAsked } from './use-asked';

/** Name, email and consent, as the connection wants them. */
export function AskedFields({ form, needsEmail }: { form: ReturnType<typeof useAsked>; needsEmail?: boolean }) {
  const { words } = useAround();
  const { asked, preChat, set, problem } = form;
  return (
    <>
      {preChat.name !== 'off' && (
        <Field
          label={words.name}
          value={asked.name}
          change={(name) => set({ name })}
          problem={problem('name')}
          required={preChat.name === 'required'}
          autocomplete="name"
        />
      )}
      {(preChat.email !== 'off' || needsEmail) && (
        <Field
          label={words.email}
          kind="email"
          value={asked.email}
          change={(email) => set({ email })}
          problem={problem('email')}
          required={needsEmail || preChat.email === 'required'}
          autocomplete="email"
        />
      )}
      {preChat.consent !== null && (
        <Consent
          text={preChat.consent}
          value={asked.consent}
          change={(consent) => set({ consent })}
          problem={problem('consent')}
        />
      )}
    </>
  );
}
