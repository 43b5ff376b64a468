import { pointsText } from '../lib/points';
import { fill } from '../lib/words';
import { useAround, useChat } from './surroundings';

/** "Hi Sarah, Gold member, 1,240 points", and what the shop says to everybody. */
export function Greeting() {
  const { words, shell } = useAround();
  const { config, visitor, loyalty } = useChat();
  const name = visitor?.name?.trim();
  const hello = [
    name ? fill(words.helloName, { name }) : words.hello,
    loyalty?.tier && fill(words.tier, { tier: loyalty.tier }),
    typeof loyalty?.points === 'number' &&
      pointsText(loyalty.points, loyalty.label, words.points, shell.language.format),
  ].filter(Boolean);
  return (
    <div class="greeting">
      {(name || loyalty) && (
        <p class="hello" dir="auto">
          {hello.join(', ')}
        </p>
      )}
      <p dir="auto">{config?.greeting ?? words.greeting}</p>
    </div>
  );
}
