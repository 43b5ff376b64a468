import type { TrainingSet } from './training';

export const en: TrainingSet = {
  whereabouts: `where is my order
where's my parcel at the moment
when will my package get here
could you tell me when my order arrives
i have not received my order yet
my delivery still hasn't shown up
has my order been shipped
did you already send my package
can you check the tracking for me
the tracking page has not changed for days
i need the tracking number for my order
what is the status of my order
is my parcel on its way
how long until my delivery comes
i'm waiting for my order to arrive
i ordered last week and nothing came so far
any update on my shipment
please let me know where my purchase is
my package seems to be stuck somewhere
i was expecting my parcel already
when do you ship my order
has it left your warehouse`,
  refund: `i want my money back
please refund my order
when do i get my refund
the refund has not reached my bank account
can i get a refund for this
i was promised a refund`,
  return: `i want to return the jacket
how do i send this back
the shoes are too small can i exchange them
i need a return label
can i swap it for another size
what is your return policy`,
  cancel: `please cancel my order
i want to cancel before it ships
i ordered by mistake please stop the order
can i still cancel
i no longer need it
cancel the second item please`,
  change_order: `i need to change my delivery address
i typed the wrong street in my order
can you send it to my office
please add another item to my order
change the colour to blue before shipping
can you deliver it on another day`,
  damaged_or_wrong: `the box arrived damaged
the zip is broken
i received the wrong item
one of the items is missing from the box
it does not work
there is a hole in the fabric`,
  missing_parcel: `it says delivered but i have nothing
the parcel was stolen from my porch
my package got lost
tracking shows delivered yesterday but nobody got it
the courier left it with someone i do not know
delivered to a wrong house`,
  payment: `i was charged twice
can you send me an invoice
which payment methods do you take
my discount code does not work
how much is shipping
why did i pay customs fees`,
  product_question: `do you have this tent in green
is the jacket waterproof
which size should i take
when will the boots be back in stock
do you ship to norway
what is it made of`,
  account: `i cannot log in to my account
how do i reset my password
please delete my account
change my email address in your system
unsubscribe me from the newsletter
which data do you have about me`,
  complaint: `your service is terrible
i am very disappointed with this shop
this is the worst experience i ever had
nobody answers my mails
i will never buy here again
this is not acceptable`,
  human_requested: `i want to speak to a human
let me talk to a real person
connect me with an agent
can somebody call me
i do not want to talk to a bot
give me your manager`,
};
