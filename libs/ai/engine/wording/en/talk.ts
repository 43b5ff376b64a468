/** Questions, and what is said around an action. `{name}` stands for a value that a tool returned or the customer gave. */
export const talk = {
  ask_order: 'Which order is it about? Please send me its number.',
  ask_lines: 'Which item of order {order} is it about: {list}?',
  ask_variant: 'Which one would you like instead of {item} from {order}: {list}?',
  variant_unavailable: '{variant} is not available at the moment.',
  ask_why:
    'Why does it go back? Is it too small or too large, faulty, the wrong item, not as described, or did you change your mind?',
  ask_reason: 'Would you tell me the reason in a few words?',
  ask_address: 'Please send me the whole new address: name, street and house number, postcode, city and country.',
  ask_address_again:
    'I could not read the whole address. Please send it with name, street and house number, postcode, city and country, each on its own line.',
  ask_day: 'Which day should it be? Please write it with day and month.',
  ask_code: 'Which discount code is it? Please send it to me as you have it.',
  ask_reward: 'Which reward would you like: {list}?',
  ask_money: 'Which payment method should the money go to?',
  ask_payment: 'Which payment method should it be instead?',
  ask_product: 'Which product is it about? Please tell me its name.',
  ask_subscription: 'What should change: the day of the next delivery, or the product?',
  ask_offer: 'Would you like to take this instead, or still cancel?',
  ask_again: 'I am not sure that I understood.',
  ask_identity:
    'To be sure that I talk to the right person, please send me your order number together with the email address or the postcode of the order.',
  ask_identity_again:
    'These details do not fit together. Please check the order number, and the email address or postcode that you ordered with.',
  code_sent:
    'To be sure that I talk to the right person, please look into our mail to {sentTo} and send me the code from it.',
  code_needed: 'Please send me the six digits from our mail, then we go on.',
  code_wrong: 'This code does not fit. Please check our mail and send me the code from it once more.',
  step: 'The next step: {summary}.',
  confirm_ask: 'Shall I go ahead? Please answer yes or no.',
  changed_meanwhile: 'Something changed meanwhile, so please look at it once more.',
  declined: 'All right, it stays as it is. Nothing was changed.',
  voided: 'Nothing was changed so far.',
  needs_approval:
    'A colleague has to look at this first. Nothing was changed yet, and you hear from us when it is decided.',
  not_enough: 'I am sorry, that payment method does not cover the amount, so nothing was changed.',
  denied: 'I am sorry, this is not possible by our rules.',
  denied_more: 'If you see it differently, just reply, and a colleague looks at it.',
  cannot: 'I am sorry, this cannot be done from here. A colleague looks at it.',
  uncertain: 'I could not see yet whether it went through. A colleague checks it, so please do not do anything twice.',
  colleague: 'A colleague takes over from here.',
  colleague_rest: 'A colleague looks at the rest of your message.',
  queued: 'Your other request comes right after that.',
  helps: 'Does that answer your question?',
} as const;

export type Talk = Record<keyof typeof talk, string>;
