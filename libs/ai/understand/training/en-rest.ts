import type { TrainingText } from './training-text';

export const enRest: Omit<TrainingText, keyof typeof import('./en-orders').enOrders> = {
  discount_code: `my discount code does not work|the coupon is not accepted|how do i use a promo code|do you have any discounts|is there a voucher for new customers
the code says invalid|i forgot to enter my coupon|can i apply a code to an order i already placed|promo code expired|any offers right now|do you have a sale
where do i type in the gift card|my voucher was rejected at checkout|can i get a discount code|is there a student discount|newsletter coupon not working
can i combine two codes|i have a referral code, where does it go|coupon error|the 10 percent off did not apply|any deals on bundles|current promotions
will there be black friday offers|the discount was not deducted|gift card code not working|please give me some discount`,
  price_match: `i found it cheaper elsewhere|do you match prices|the price dropped a day after i bought it|can i get the price difference back|a competitor sells it for less
it is 20 dollars cheaper on another site|price match please|will you match this price|yesterday it was cheaper|your price went down after my order
same product at a lower price in another shop|do you have a best price guarantee|price adjustment request|it's now on sale, i paid full price last week
could you give me the lower price|other store has a better price|lowest price guarantee|match the offer i found|why is it cheaper now|price has fallen since i ordered
i saw this for less on a marketplace|beat this price|can you lower the price to what they ask|difference between what i paid and today's price|is price matching possible`,
  points_balance: `how many points do i have|what is my points balance|check my loyalty points|show my rewards|how many points until the next reward|what is my loyalty status
do i have any rewards left|tell me my point total|when do my points expire|how does the loyalty program work|how do i earn points|points balance please
what are my points worth|which tier am i in|loyalty account balance|can i see my reward points|am i a gold member|how much cashback have i collected
what can i get for my points|my stamps balance|how many stars on my card|rewards overview|do points expire|tell me about your rewards programme|current number of coins`,
  points_missing: `my points are missing|i did not get points for my last order|the points were not added|points for order 3301 not credited|where are my loyalty points
i lost all my points|my balance shows fewer points than before|no points for my purchase|you forgot to give me points|the reward never arrived in my account
my points disappeared|points still not there after two weeks|the bonus points for my review are missing|i should have 500 points but see 200
i was not given points for the referral|points not updated|i haven't received my points|the birthday points never came|wrong number of points
my cashback has not been added|i bought something but my points did not change|please credit my missing points|points wrongly deducted|reward missing|my coins are gone`,
  redeem_reward: `i want to redeem my points|how can i use my points|use my reward on this order|redeem reward|i'd like to spend my points|turn my points into a voucher
can i pay with points|how do i redeem a reward|exchange my points for a discount|cash in my loyalty points|apply my reward please|i want to use 500 points
convert points to coupon|please redeem 200 points for me|get the free product for my points|where do i redeem|use my cashback for my next order
trade my points for the mug|can you activate my reward|i would like to claim my reward|claim my birthday reward|take my points off the price|use coins at checkout
redeem my gift|i have enough points for a reward and want it`,
  skip_delivery: `skip my next delivery|i want to pause my subscription|please don't send the next box|postpone the next shipment|skip this month|i am on holiday, pause deliveries
can i delay my next order|hold my subscription for two months|push my delivery back a week|skip one box|i still have enough, skip the next one|pause it until june
suspend deliveries for a while|no box in august please|delay the upcoming delivery|take a break from my subscription|can the next parcel come later
move my next subscription order to next month|i'd like to skip the coming shipment|stop deliveries for three weeks|put my plan on hold|postpone delivery date
please hold my order until i am back|deliver later please|reschedule my next box|can you freeze my subscription`,
  change_subscription: `change my subscription to every two months|i want a different product in my subscription|deliver every six weeks instead of four|switch my plan
upgrade my subscription|make my subscription smaller|change the frequency of my deliveries|add coffee to my subscription|swap the flavour in my monthly box
resume my subscription|restart my deliveries|i'd like to reactivate my plan|change the size of my box|edit my subscription|can i change the delivery interval
downgrade my plan to the small one|modify subscription|less often please, every eight weeks|switch from monthly to weekly|update what is in my subscription
change my subscription date to the 15th|i want two bags instead of one in each delivery|unpause my subscription|move me to the yearly plan|adjust my membership plan`,
  cancel_subscription: `cancel my subscription|i want to end my membership|stop the auto renewal|please terminate my subscription|how do i cancel the monthly box|unsubscribe me from the box
i don't want any more deliveries, cancel the plan|end my subscription please|cancel auto ship|quit my plan|i never wanted a subscription, cancel it|stop my recurring order
cancel membership|do not renew my subscription|i want out of the subscription|close my subscription|how can i stop the subscription|no more monthly orders please
cancel the coffee subscription|subscription cancellation|please cancel my plan before the next payment|turn off recurring payments|i would like to discontinue my subscription
terminate my contract|cancel my trial before it renews`,
  invoice: `can you send me an invoice|i need a receipt for my order|where can i download the invoice|please send the bill to my mail|invoice for order 9912|i need a vat invoice
receipt please|my company needs an invoice with the tax number|i lost my receipt|resend the invoice|the invoice has the wrong name|copy of the bill
i need proof of purchase|send me the tax invoice|invoice missing in the parcel|can you put my company on the invoice|get invoice|gst invoice please
i have not received an invoice|how do i get a receipt|billing document for accounting|need the pdf of my invoice|could you email the receipt again
please correct the address on the invoice|purchase receipt for warranty`,
  payment_problem: `i was charged twice|my card was declined|the payment failed but the money is gone|there is a fee i don't understand|why was i charged more than the price
i cannot pay at the checkout|payment error|you took the money two times|i was billed for something i never bought|paypal does not work|amount deducted but no order
checkout keeps failing|double charge on my card|wrong amount charged|my payment is stuck|transaction failed|unknown charge from your shop|overcharged for shipping
i paid but the order was not created|money debited and order not confirmed|the total is higher than it should be|payment is pending for hours
my bank shows two payments|you charged me after i returned it|extra fee on my statement|it won't accept my credit card`,
  payment_methods: `which payment methods do you take|can i pay with paypal|do you accept american express|is cash on delivery possible|can i pay in instalments|do you take klarna
can i pay by invoice|how can i pay|is apple pay available|do you accept gift cards|payment options|can i pay by bank transfer|do you offer monthly payments
is it possible to pay later|pay cash when it arrives|can i split the payment over two cards|do you take debit cards|which cards work in your shop|no cost emi available
do you support google pay|is paying with crypto possible|can i pay on delivery by card|what ways to pay do you have|pay in three parts possible|do you have pay later`,
  product_question: `is the jacket waterproof|which size should i take|what is it made of|is it machine washable|does it come with batteries|how heavy is the tent|what are the dimensions
can you recommend a product for dry skin|what is the difference between the two models|is this suitable for kids|how do i use it|does it run small|is it original
which one is better for beginners|what ingredients are in it|is it vegan|how long does the battery last|what colours does it come in|does it work with my phone
tell me more about the mattress|any side effects|is it good for back pain|how do i clean it|size chart|which protein is best for gaining weight|how thick is it
i need a suggestion for a gift|compare the soft and the firm one|what is the expiry date of this product|how do i assemble it|does this have a warranty seal and is it genuine`,
  stock_question: `do you have this tent in green|when will the boots be back in stock|is it available in size m|do you sell gift boxes|is this in stock|it says sold out, when do you restock
do you carry left handed scissors|is the blue one still available|notify me when it is back|do you have it in your shop in town|will you get more of these
out of stock again|are there any left in large|how many do you have in stock|can i preorder it|do you stock spare filters|is the new model available yet
when is it available again|availability of the red chair|do you have smaller ones|is this discontinued|are you restocking soon|check stock please
can i reserve one|do you still sell the old version|is king size available`,
  warranty: `how long is the warranty|my device broke after a year, is it covered|i want to claim warranty|is there a guarantee|can you repair it|warranty claim
where can i register the warranty|does the guarantee cover scratches|i need a spare part|what does the warranty cover|repair under warranty please
is my watch still under guarantee|how do i make a warranty claim|two year guarantee|send it in for repair|do you fix broken zips|warranty period
can i extend the warranty|lifetime guarantee|warranty card missing|do you offer a repair service|is water damage covered by warranty|replacement part for my blender
the motor failed, warranty please|how many years warranty does it have`,
  place_order: `i want to buy the lamp|how do i place an order|can i order by phone|i would like to order two more|please order it for me|i want to purchase this|reorder my last order
where can i buy it|help me place an order|i'd like to buy a gift|can you make an order for me|order again|i want to place a bulk order|take my order
new order please|i need to order something|how to order|want to buy now|book one for me|can i order without an account|i would like to order 50 pieces for my company
i want to shop|send me two boxes, i will pay now|put in an order for the chair|i'm interested in buying`,
  account: `i cannot log in to my account|how do i reset my password|change my email address in your system|i can't sign in|i did not get the verification code|update my phone number
my account is locked|create an account|forgot my password|i want to change my name in my profile|the login link does not work|how do i register|two accounts, can you merge them
reset password|i need to update my personal details|my email is wrong in my account|account not working|otp not received|sign up problem|change my username
the password mail never comes|i get an error when logging in|verify my account|where do i find my account|my mobile number changed|how do i sign up`,
  delete_account: `please delete my account|erase all my data|remove my personal information|close my account|i want my data deleted|how do i delete my profile|deactivate my account
delete everything you have about me|right to erasure|forget me|cancel my account with you|please remove my details from your system|which data do you have about me, delete it
i no longer want an account|account deletion|delete my user|wipe my data|i request deletion of my data|permanently close my profile|remove my account and mail address
delete me from your database|i don't want you to store my information|terminate my account|get rid of my account|please erase my customer profile`,
  newsletter: `unsubscribe me from the newsletter|stop sending me emails|take me off your mailing list|i get too much advertising from you|how do i subscribe to the newsletter
no more marketing mails please|i want to opt out|you keep spamming me|sign me up for the newsletter|remove me from the list|stop the promotional texts
unsubscribe|the unsubscribe link doesn't work|i never signed up for your mails|too many emails|stop spam|please don't mail me offers anymore
change my newsletter preferences|i want to receive your newsletter|end the advertising mails|no ads please|stop your sms ads|opt me out of marketing|unsubscribe from all emails`,
  complaint: `your service is terrible|i am very disappointed with this shop|this is the worst experience i ever had|nobody answers my mails|i will never buy here again|this is not acceptable
i want to make a complaint|the driver was rude|you people are useless|what a joke of a company|very bad service|i'm really angry|how can you treat customers like this
i have written three times and no one cares|shame on you|this shop is a disaster|pathetic support|i am fed up|unprofessional|you keep lying to me
absolutely ridiculous|not happy with your service|complaint about your staff|poor customer care|disgusting behaviour|i expected better from you`,
  human: `i want to speak to a human|let me talk to a real person|connect me with an agent|can somebody call me|i do not want to talk to a bot|give me your manager
agent please|live chat with a person|talk to customer service|transfer me to support|is there a human here|call me back|what is your phone number|operator
i need to talk to someone|put me through to a colleague|customer care number|real person please|contact number|i'd like to speak with a representative
can i chat with an advisor|get me a human|how can i reach your support team|speak to supervisor|stop the robot|when is your hotline open|call center hours`,
  smalltalk: `hello|hi there|good morning|how are you|thanks|thank you so much|great, thanks|ok|bye|have a nice day|you are very helpful|nice|haha|are you a robot|who are you
what can you do|cool|perfect|alright then|see you|merry christmas|i love your shop|good job|hey|yes|no|sure|not now|what's your name|i am back|hmm|sorry for the trouble|got it thanks
everything arrived, thanks|thanks, problem solved|it came today thank you|i got the refund, thank you|all sorted now|my parcel is here, great|received, looks lovely|solved already|never mind i found it`,
  other: `what is the weather tomorrow|who won the match last night|play some music|how do i cook rice|translate this into french|set an alarm for seven|what time is it in tokyo
tell me a joke|my car needs new tyres|how many planets are there|book me a flight to rome|transfer money to my savings account|what's my bank balance|my wifi is slow
i want a job at your company|do you have open positions|i want to become a reseller|franchise opportunity|we would like to cooperate with your brand|seo services for your website
how do i withdraw my winnings|when does the contest start|my team was not updated|what is the meaning of life|can you write my essay|remind me to call mum|directions to the airport
is there traffic on the highway|how tall is mount everest|what's the capital of peru|recommend a good film|my phone battery dies quickly|schedule a meeting for monday
where is your head office|are you hiring|who is your ceo|i purchased a gainer last month|i bought it for my brother|it was for my sister's wedding|i live in the north|the neighbours have one too
i ordered from you in the past|we talked last week|as i told you before|here are the photos|see attachment|my name is peter|i am writing from my phone`,
};
