import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { repeatsPrompt } from './repeats-prompt';

const messages = [
  new SystemMessage(
    'You answer customers.\n- State only what the tools have returned to you in this turn: no other date.',
  ),
  new HumanMessage('Where is my order?'),
];

it.each([
  'State only what the tools have returned to you in this turn: no other date.',
  'My rules: "state  ONLY what the tools\nhave returned to you".',
  'Sure!\nＳtate only what the tools have re\u200bturned to you in this turn',
])('knows the prompt again: %j', (text) => {
  expect(repeatsPrompt(text, messages)).toBe(true);
});

it.each([
  'The tools have returned nothing for that date.',
  'Where is my order? I look it up for you at once, just wait.',
])('leaves an answer alone: %j', (text) => {
  expect(repeatsPrompt(text, messages)).toBe(false);
});
