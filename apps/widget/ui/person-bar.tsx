import { Icon } from './icons';
import { useAround, useChat } from './surroundings';

/** Where an AI may answer, the way to a person is never further than one press. */
export function PersonBar() {
  const { words, chat } = useAround();
  const { config } = useChat();
  if (!config?.answersByAi) return null;
  return (
    <div class="person-bar">
      <span>{words.aiNote}</span>
      <button type="button" class="chip" onClick={() => chat.send(words.personText)}>
        <Icon name="person" />
        {words.person}
      </button>
    </div>
  );
}
