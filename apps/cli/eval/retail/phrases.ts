import type { WireMethod } from './shop/wire';
import type { Random } from './random';
import type { Wish, WishItem, WishKind } from './wishes';

/** How much of a wish is told at once. */
export type Detail = 'whole' | 'order' | 'little';

const OPEN: Record<WishKind, Record<Detail, readonly string[]>> = {
  cancel: {
    whole: [
      'I want to cancel order {order}. {reason}.',
      'please cancel my order {order}, {reason}',
      'Can you cancel {order} for me? {reason}.',
      "I'd like order {order} to be cancelled because {because}.",
      'Order {order} needs to be cancelled please: {because}.',
      '{reason}, so please cancel order {order}.',
    ],
    order: [
      'Please cancel order {order}.',
      'I would like to cancel my order {order}',
      'cancel order {order} please',
      'Can I still cancel order {order}?',
      'I need order {order} cancelled.',
    ],
    little: [
      'I want to cancel an order.',
      'Can you cancel an order for me?',
      'I would like to cancel one of my orders please',
      'please cancel my order',
      'I need to cancel something I ordered.',
    ],
  },
  return: {
    whole: [
      'I want to return {items} from order {order}{to}.',
      "I'd like to send back {items} of my order {order}{to}.",
      'Please open a return for {items}, order {order}{to}.',
      'Can I return {items}? It was order {order}{to}.',
      'I need to give back {items} that came with order {order}{to}.',
    ],
    order: [
      'I want to return something from order {order}.',
      'I would like to send back part of order {order}.',
      'Can I return something of my order {order}?',
      'I need a return for order {order} please',
      'There is something in order {order} that I want to send back.',
    ],
    little: [
      'I want to return something I bought.',
      'How can I return an item? I would like to send something back.',
      'I would like to send something back please',
      'I need to return something.',
      'Can you open a return for me?',
    ],
  },
  exchange: {
    whole: [
      'I want to exchange {swaps} from order {order}{to}.',
      'Please exchange {swaps}. The order is {order}{to}.',
      "I'd like to swap {swaps}, they came with order {order}{to}.",
      'Can I exchange {swaps}? Order {order}{to}.',
      'For order {order} I need an exchange: {swaps}{to}.',
    ],
    order: [
      'I want to exchange something from order {order}.',
      'I would like to swap an item of order {order} for another one.',
      'Can I exchange something in my order {order}?',
      'I need an exchange for order {order} please',
      'Something from order {order} has to be exchanged.',
    ],
    little: [
      'I want to exchange something I received.',
      'Can I exchange an item?',
      'I would like to exchange something please',
      'I need to exchange an item I bought.',
      'How do I swap something I got for another one? I want an exchange.',
    ],
  },
  items: {
    whole: [
      'In order {order} please change {swaps}{to}.',
      'I want to change {swaps} in my order {order}{to}.',
      'Could you modify order {order}: {swaps}{to}?',
      "My order {order} hasn't shipped yet, please change {swaps}{to}.",
      'I picked the wrong thing in order {order}. Please change {swaps}{to}.',
    ],
    order: [
      'I want to change an item in order {order}.',
      'Can I still change something in my order {order}? I want another version of an item.',
      'Please change an item of order {order}.',
      'I need to modify an item in my order {order}.',
      'I picked the wrong version of something in order {order} and want to change it.',
    ],
    little: [
      'I want to change an item in my order.',
      'Can I still change an item of an order I placed?',
      'I would like to modify an item in my order please',
      'I picked the wrong version of an item and want to change it.',
      'Please change an item in my order.',
    ],
  },
  address: {
    whole: [
      'Please send order {order} to another address: {address}.',
      'I want to change the shipping address of order {order} to {address}.',
      'Can you change the delivery address of {order}? The new one is {address}.',
      'My order {order} has to go to a new address, {address}.',
      'Order {order} should be delivered to {address}, please change the address.',
    ],
    order: [
      'I want to change the shipping address of order {order}.',
      'Please change the delivery address of my order {order}.',
      'The address of order {order} is wrong, please change it.',
      'Can I change the address for order {order}?',
      'I need order {order} delivered to a different address.',
    ],
    little: [
      'I want to change the shipping address of my order.',
      'Can you change the delivery address of an order?',
      'I need my order delivered to a different address.',
      'I would like to change the address of my order please',
      'The address on my order is wrong, please change it.',
    ],
  },
  payment: {
    whole: [
      'I want to pay order {order} with {method} instead.',
      'Please change the payment method of order {order} to {method}.',
      'Can you change the payment for {order} to {method}?',
      'For order {order} I would like to switch the payment to {method}.',
      'Change the payment method on my order {order}, please use {method}.',
    ],
    order: [
      'I want to change the payment method of order {order}.',
      'Please change how order {order} is paid, I want another payment method.',
      'Can I change the payment method for order {order}?',
      'I need a different payment method on order {order}.',
      'I would like to change the payment for my order {order}.',
    ],
    little: [
      'I want to change the payment method of an order.',
      'Can I change the payment method for my order?',
      'I need a different payment method on my order.',
      'I would like to change the payment method please',
      'Please change the payment method of my order.',
    ],
  },
};

export const SAY = {
  hello: ['Hi,', 'Hello,', 'Hi there!', 'Good morning,', 'Hey,', ''],
  then: ['And another thing:', 'Also,', 'Next:', 'One more thing.', 'Then there is something else.'],
  and: ['Also: ', 'And ', 'Besides that, ', 'Second, ', 'One more: '],
  email: ['my email is {email}', '{email}', 'I ordered with {email}', 'It is {email}', 'the mail address is {email}'],
  zip: ['my zip code is {zip}', '{zip}', 'The postcode is {zip}', 'zip {zip}', 'It went to postcode {zip}'],
  name: ['I am {name}', 'My name is {name}', '{name} here', 'this is {name}', 'name: {name}'],
  order: ['order {order}', 'It is order {order}', '{order}', 'the order number is {order}', "that's {order}"],
  items: ['{items}', 'It is {items}', "it's about {items}", 'I mean {items}', '{items} please'],
  swaps: ['{swaps}', 'I want {swaps}', 'please {swaps}', 'that would be {swaps}', 'It is {swaps}'],
  variant: ['{variant}', 'I would like {variant}', '{variant} please', 'the one with {variant}', 'I want {variant}'],
  method: ['{method}', 'please use {method}', 'I want to use {method}', '{method} please', 'with {method}'],
  address: [
    '{address}',
    'The new address is {address}',
    'Please send it to {address}',
    'It is {address}',
    '{address} please',
  ],
  why: [
    'I changed my mind',
    'I just changed my mind',
    'changed my mind',
    "I changed my mind, that's all",
    'My mind changed, sorry: I changed my mind about it',
  ],
  code: ['{code}', 'The code is {code}', 'it says {code}', 'code {code}', 'I got {code}'],
  yes: ['yes', 'Yes please', 'yes, go ahead', 'Yes', 'ok, yes', 'yes, please do that'],
  no: ['no', 'No', 'no thanks', 'No, please', 'no, not like that'],
  refuse: ['no', 'No', 'No, wait', 'no, not yet', 'no, hold on'],
  mind: [
    'Sorry, I do want it after all.',
    'Hm, no, please do it after all.',
    'Ok, I thought about it: I want it after all.',
    'Actually I do want that.',
    'On second thought, please do it.',
  ],
  correct: [
    'No, that is not right. {wish}',
    "no, that's wrong: {wish}",
    'No. {wish}',
    'That is not what I want. {wish}',
    'No, please: {wish}',
  ],
  sorry: [
    'Sorry, I meant {order}',
    'no, sorry, wrong number: {order}',
    'Oops, it is {order}',
    'Sorry, that was the wrong one, it is {order}',
    'I got the number wrong, it is {order}',
  ],
  hurry: ['I am in a hurry.', 'Please be quick.', 'This takes too long!', "I don't have much time.", 'Come on please.'],
  dunno: ['I do not know.', 'no idea', 'I am not sure.', "I don't have that.", "can't say"],
  again: ['As I said: {wish}', 'Once more: {wish}', 'Like I wrote, {wish}', 'Again: {wish}', '{wish}'],
  human: [
    'I want to talk to a person.',
    'Please give me a human.',
    'human please',
    'Can a person help me?',
    'Let me talk to somebody.',
  ],
  thanks: ["That's all, thank you!", 'thanks, bye', 'Thank you very much.', 'Great, thanks', 'perfect, thank you'],
} as const satisfies Record<string, readonly string[]>;

const REASONS: Record<string, readonly [sentence: string, because: string][]> = {
  'no longer needed': [
    ['I no longer need it', 'it is no longer needed'],
    ["I don't need it anymore", 'I do not need it anymore'],
    ['It is not needed any longer', 'nobody needs it any longer'],
    ['I do not need these things any more', 'I have no need for it any more'],
    ["It's no longer needed", 'I no longer need it'],
  ],
  'ordered by mistake': [
    ['I ordered it by mistake', 'I ordered it by mistake'],
    ['That was ordered by mistake', 'it was a mistake'],
    ['It was a mistake', 'I placed it by mistake'],
    ['I placed it by accident', 'I placed it by accident'],
    ['I made a mistake when I ordered it', 'I made a mistake when I ordered'],
  ],
};

export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

export const reasonWords = (random: Random, reason: string | null): { reason: string; because: string } => {
  const [sentence, because] = random.pick(REASONS[reason ?? ''] ?? [['I changed my mind', 'I changed my mind']]);
  return { reason: sentence, because };
};

export function methodWords(method: WireMethod, random: Random): string {
  if (method.source === 'paypal') return random.pick(['PayPal', 'my PayPal account', 'paypal', 'my PayPal', 'Paypal']);
  if (method.source === 'gift_card')
    return random.pick([
      'my gift card',
      'the gift card',
      'gift card',
      'a gift card I have',
      'the gift card on my account',
    ]);
  const { brand = 'credit card', last_four = '' } = method;
  return random.pick([
    `my ${brand} ending in ${last_four}`,
    `the ${brand} card ending ${last_four}`,
    `${brand} ${last_four}`,
    `my ${brand} (${last_four})`,
    `the ${brand} that ends with ${last_four}`,
  ]);
}

/** "1.5L, plastic and silver"; a value that says nothing by itself has its name before it. */
export function optionWords(options: Record<string, string>): string {
  const words = Object.entries(options).map(([name, value]) =>
    /^(yes|no|none|\d+|[SMLX]{1,3}|low|medium|high|small|large)$/i.test(value) ? `${name} ${value}` : value,
  );
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function changedOptions({ options, want }: WishItem): Record<string, string> {
  const all = Object.entries(want?.options ?? {});
  const changed = all.filter(([name, value]) => options[name] !== value);
  return Object.fromEntries(changed.length > 0 ? changed : all);
}

/** "the Kettle", and which of two where an order has both. */
export function itemWords({ title, options }: WishItem, twins: boolean): string {
  return twins ? `the ${title} (${optionWords(options)})` : `the ${title}`;
}

export const joined = (some: readonly string[]): string =>
  some.length < 2 ? (some[0] ?? '') : `${some.slice(0, -1).join(', ')} and ${some.at(-1)}`;

export function openingWords(random: Random, wish: Wish, detail: Detail, values: Record<string, string>): string {
  const words = fill(random.pick(OPEN[wish.kind][detail]), values);
  // Why somebody cancels is told without being asked: no shop can know it otherwise.
  return wish.kind === 'cancel' && detail !== 'whole'
    ? `${words.replace(/[.?]?$/, '.')} ${values.reason ?? ''}.`
    : words;
}
