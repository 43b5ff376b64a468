import { Button, TextInput } from '@mantine/core';
import type { CopilotAnswerBody, CopilotAskRequest } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { IconSparkles } from '../../ui/icons';
import { PlainText } from '../../ui/plain-text';
import css from './copilot.module.css';
import { mayGoOut } from './copilot-text';

interface Props {
  ticketId: string;
  field: RefObject<HTMLInputElement | null>;
  onInsert: (text: string) => void;
}

/** A question about this ticket, and the answer with what it rests on. */
export function CopilotAsk({ ticketId, field, onInsert }: Props) {
  const [question, setQuestion] = useState('');
  const ask = useMutation({
    mutationFn: (body: CopilotAskRequest) => api.post<CopilotAnswerBody>(`/tickets/${ticketId}/copilot/ask`, body),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (question.trim() && !ask.isPending) ask.mutate({ question: question.trim() });
  };
  return (
    <section aria-label="Ask the copilot">
      <form onSubmit={send} className={css.ask}>
        <TextInput
          ref={field}
          size="xs"
          aria-label="Ask about this ticket"
          placeholder="Ask about this ticket …"
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" loading={ask.isPending} disabled={!question.trim()}>
          Ask
        </Button>
      </form>
      <div role="status" aria-live="polite">
        {ask.error && <p className={css.problem}>{messageOf(ask.error)}</p>}
        {ask.data && <Answer answer={ask.data} onInsert={onInsert} />}
      </div>
    </section>
  );
}

function Answer({ answer, onInsert }: { answer: CopilotAnswerBody; onInsert: (text: string) => void }) {
  const { text, sources, unproven } = answer;
  return (
    <div className={css.answer}>
      <PlainText text={text} />
      {unproven.length > 0 && (
        <p className={css.problem}>Nothing that was read backs this: {unproven.join(', ')}. Check it first.</p>
      )}
      {sources.length > 0 && (
        <dl className={css.sources}>
          {sources.map(({ label, value, source, url }, index) => (
            <div key={index}>
              <dt>
                {url ? (
                  <a href={url} target="_blank" rel="noreferrer noopener">
                    {label}
                  </a>
                ) : (
                  label
                )}
              </dt>
              <dd title={value}>
                {value} {source && <span>{source}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mayGoOut(answer) && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconSparkles size={13} />}
          onClick={() => onInsert(text)}
        >
          Insert into reply
        </Button>
      )}
    </div>
  );
}
