import { Icon } from './icons';
import { useAround, useChat } from './surroundings';

export function Header() {
  const { words, close } = useAround();
  const { config } = useChat();
  const name = config?.workspaceName ?? '';
  const reply = !config
    ? ''
    : !config.online
      ? words.repliesByMail
      : config.answersByAi
        ? words.repliesByAi
        : words.repliesSoon;
  return (
    <div class="header">
      <span class="mark" aria-hidden="true">
        {[...name][0]?.toUpperCase() ?? ''}
      </span>
      <div class="title">
        <h2 dir="auto">{name || words.loading}</h2>
        {config && (
          <p>
            <span class={config.online ? 'dot is-online' : 'dot'} aria-hidden="true" />
            <span class="state">
              {config.online ? words.online : words.offline} · {reply}
            </span>
          </p>
        )}
      </div>
      <button type="button" class="plain" aria-label={words.close} title={words.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}
