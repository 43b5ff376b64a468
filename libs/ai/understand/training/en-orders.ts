import type { TrainingText } from './training-text';

type Orders =
  | 'where_is_my_order'
  | 'delivery_info'
  | 'cancel_order'
  | 'change_items'
  | 'change_address'
  | 'change_payment'
  | 'return'
  | 'exchange'
  | 'refund'
  | 'refund_status'
  | 'return_policy'
  | 'missing_parcel'
  | 'missing_item'
  | 'damaged_or_wrong';

export const enOrders: Pick<TrainingText, Orders> = {
  where_is_my_order: `where is my order|where's my parcel at the moment|when will my package get here|could you tell me when my order arrives
i have not received my order yet|my delivery still hasn't shown up|has my order been shipped|did you already send my package|can you check the tracking for me
the tracking page has not changed for days|i need the tracking number for my order|what is the status of my order|is my parcel on its way|how long until my delivery comes
i'm waiting for my order to arrive|i ordered last week and nothing came so far|any update on my shipment|please let me know where my purchase is|my package seems to be stuck somewhere
i was expecting my parcel already|when do you ship my order|has it left your warehouse|track order|order status please|track my package|delivery is delayed why
my order is late|it was supposed to come on monday|why is it taking so long to deliver|shipment update pls|wheres my stuff|i paid ten days ago and still no parcel
order 4411 not delivered yet|expected delivery date has passed|the courier did not come today|when can i expect it|is order 2210 dispatched|it says preparing since forever
my order status has been processing for a week|no movement on the tracking link|what happened to my order|why was my order cancelled|is my order confirmed`,
  delivery_info: `how long does shipping take|what does delivery cost|do you ship to norway|do you deliver on saturdays|which courier do you use|is there express delivery
how much is postage to ireland|what are your shipping options|do you offer free shipping|can i pick up in the store|do you send parcels abroad|how fast is standard delivery
what is the delivery time to spain|can you deliver to a parcel locker|from which amount is shipping free|do you deliver to my area|delivery charges|is next day delivery possible
do you ship internationally|what countries do you deliver to|is delivery available at my zip code|shipping fee for two boxes|how many days for delivery normally
will i pay customs fees|can i choose a delivery day when ordering|do i need to be home for the delivery|do you ship with dhl|is there a pickup point near me`,
  cancel_order: `please cancel my order|i want to cancel before it ships|i ordered by mistake please stop the order|can i still cancel|i no longer need it please cancel
cancel the order i just placed|how do i cancel my order|i would like to cancel order 8812|cancel it please|i bought it twice by accident cancel one|stop my order before it goes out
i changed my mind about the purchase and want it cancelled|is it possible to cancel an order from today|cancel my purchase|order cancellation|i need to cancel this order asap
kindly cancel my order as i found another one|can you call off my order|i want my order cancelled|where is the cancel button|unable to cancel my order on the website
i don't want the order anymore|ordered the wrong thing, please cancel|please do not send it, cancel everything|i do not need the things of order 3301 any more, please cancel|cancel order 4410, it was bought by accident|order 7120 has to be cancelled please|i'd like to have order 2209 cancelled because nobody needs it
cancel all items of my order|i can't find the option to cancel
my order is too late now, cancel it|get my order cancelled please`,
  change_items: `please add another item to my order|change the colour to blue before shipping|i want to change the quantity to two|can i swap the red one for the green one in my open order
remove the socks from my order|i picked the wrong size, can you change it before it ships|modify my order|can i edit my order|i forgot to add something to my order
make it three instead of two|change the lamp to the bigger model|switch the item to the black version|i would like a different variant in my pending order|update my order items
please change the keyboard in my order to one with backlight|can you put one more bottle in my order|take the mug off my order|i need size m not l in the order i just placed
in order 3120 please switch the teapot to the red one|please change the rug to grey and 2m in my order 4410|could you alter order 2204: the mug should be the big one|i chose the wrong kind of lamp in order 8802 and would like to change it
i took the wrong colour, please change the bag to brown in order 5120|my order 7710 is not sent yet, please change the chair to oak|change the pillow to size large, the order is 6014|can i change one thing in my order 9002
upgrade my item to the larger one|downgrade to the cheaper model in my order|add a gift wrap to order 5510|order says one but i wanted two please adjust|change flavour in my order
can the order be changed to a different product|amend the order before dispatch|i want to modify the items of order 7001`,
  change_address: `i need to change my delivery address|i typed the wrong street in my order|can you send it to my office|please ship it to another address|the house number in my order is wrong
order 2240 must go to another address, 4 hill lane, boston, ma 02110, usa|please let order 3002 go to our new home at 8 park road|my order 5511 needs to be delivered somewhere else, here is the new address
i moved, please update the address|change the shipping address of order 3301|deliver to my neighbour instead|wrong postcode on my order|can i edit the delivery address
i forgot to put my apartment number|please correct the address|update my default address|my new address is 12 hill road|send the parcel to my parents' house instead
i gave my old address|redirect the package to a different address|address change|change the city on my order please|the zip code is not right please fix it
can you change where it is delivered|i will be at work, can it go to my work address|modify address|need to alter delivery location|shipping address is incorrect
please use my billing address for shipping|my address has changed since i ordered`,
  change_payment: `can i pay with another card|change the payment method of my order|i want to use paypal instead|please charge my other credit card|switch payment to my gift card
can you change the payment of order 3110 to my visa card ending 1111|i want a different way to pay for order 2112|change the payment for my order 4001|please switch order 6110 over to my gift card
can i change how i pay for order 2001|use a different card for the payment|update my payment details for the order|i used the wrong card for this purchase|pay by invoice instead of card
move the payment to my paypal account|replace the card on my order|i would rather pay with my visa|modify payment method|can the order be charged to my mastercard instead
put it on my gift card please|change the card for my pending order|i'd like to switch from credit card to bank transfer|different payment for my order please
my card expired, i want to use a new one for this order|is it possible to change the payment option after ordering|take the money from my other account instead
change billing card|swap the payment card|i want to pay this order another way`,
  return: `i want to return the jacket|how do i send this back|i need a return label|i would like to return my order|can i send back two of the items|please start a return for order 9981
the dress is too tight, i want to return it|it does not fit me|i don't like it, can i give it back|return pickup please|how can i return a product|returning an item
the shoes are too small and have to go back|i received it but i want to send it back|please arrange a return|i'd like to return everything|return request
please take back the vase of order 1180|there is a lamp in order 4451 which i want to send back|i need to give back the rug and the mirror from order 2209|i want to send back a part of my order 3310|i'd like to send back two things from order 4010
i'd like to return the desk and the stool of order 5518|something from order 7002 goes back please|i want to return an item
where do i send the return|i have changed my mind and want to return it|it's not what i expected, want to send it back|need to return a gift i got
can you email me the return form|i want to give back the headphones|return the blanket please|i want to ship it back to you|register my return|can you take this product back`,
  exchange: `can i swap it for another size|i want to exchange the shoes|please exchange this for the blue one|i need a bigger size, can you exchange it|replace it with another one please
please exchange the rug to the blue 2m one, it was in order 3101|something of order 4410 must be exchanged|i want to exchange the mug and the bowl from order 5512: the mug to red and the bowl to large|i need an exchange for order 6610: the desk to oak
swap the stool for the very same one, order 2203|i'd like an exchange for something from order 7120
can i get a different colour instead|exchange request|i'd like to swap the lamp for the smaller one|how do i exchange an item|i want a replacement|send me a new one instead
exchange my shirt from m to l|could i trade this for another model|i would like size 42 rather than 41, already received them|can i have it replaced|swap item
exchange the delivered desk for a white one|the size is wrong for me please send a larger one in exchange|i want to change the received product for another|replacement please
can i get a replacement for this item|is it possible to exchange for a different flavour|i received black but would prefer grey, exchange possible|exchange both items
want to exchange my boots|give me the same one in medium, i will send this back`,
  refund: `i want my money back|please refund my order|can i get a refund for this|refund me|i would like a refund|give me a full refund|i am asking for a refund for the kettle
refund the shipping cost please|i demand my money back|i need a refund for order 6120|can you refund the difference|how do i get a refund|please reimburse me
i want to be refunded|return my money|refund request|i paid for something i never got, refund please|could you process a refund|i'd like my money returned to my card
please send back my payment|compensation please|refund half of the price|i want a refund and not a voucher|kindly refund the amount|initiate refund
money back please|can i have a partial refund|issue a refund to my original payment method`,
  refund_status: `when do i get my refund|the refund has not reached my bank account|i was promised a refund|where is my refund|refund status|still waiting for my money back
how long does a refund take|i returned it two weeks ago and no money yet|has my refund been processed|my refund is late|i have not received the refund so far
you said five days for the refund, it's been ten|check the status of my refund please|when will the money be back on my card|any news about my refund
i sent the parcel back, where is my money|refund not received|did you issue my refund|why is my refund still pending|order was cancelled but amount not refunded yet
my return arrived at your warehouse but i was not refunded|how soon will i see the refund|refund has not been credited|my money has not come back yet
i haven't got my refund for order 3120|what is going on with my refund|update on refund please`,
  return_policy: `what is your return policy|how long can i return something|are returns free|who pays for return shipping|can i return sale items|until when can i send it back
do you accept returns after 30 days|what are the conditions for a return|how many days do i have to return it|is there a trial period|can i return opened products
what if i don't like it|do you offer a money back guarantee|return window|refund policy|exchange policy please|cancellation policy|are returns possible in the shop
can gifts be returned|what happens if it doesn't fit|rules for returns|do i need the original box to return|how does returning work at your shop|what is your policy on refunds
can i return underwear|is it returnable|tell me about the return terms`,
  missing_parcel: `it says delivered but i have nothing|the parcel was stolen from my porch|my package got lost|tracking shows delivered yesterday but nobody got it
the courier left it with someone i do not know|delivered to a wrong house|marked as delivered but never arrived|my parcel has gone missing|the package is lost in transit
someone took my package|carrier says delivered, mailbox is empty|it was handed to a neighbour who doesn't have it|status delivered but i did not receive anything
i never got the parcel although it says so|dhl claims they delivered it, not true|my order disappeared|the app shows delivered at noon, i was home, no one came
lost parcel|package not received but shown as delivered|parcel missing after delivery|your courier dropped it at the wrong address|i think my parcel was stolen
the box vanished from the hallway|signed by someone else, i don't have it|supposedly delivered on friday|delivery photo shows another door`,
  missing_item: `one of the items is missing from the box|i only received two of three shirts|the charger was not in the package|my order came incomplete|an item is missing
part of my order is missing|the box was missing the screws|you forgot to send the lid|only half of my order arrived|i ordered four and got three|there was no cable inside
something is missing in my delivery|the second item was not in the parcel|missing product in order 5521|the free gift was not included|i paid for two bottles but one came
one shoe is missing|the parcel did not contain everything|not all items were in the box|the manual and remote are missing|i'm missing an item from my delivery
the bag only had one of the things i ordered|got an incomplete set|quantity is short by one|where is the rest of my order|you left out the pillow`,
  damaged_or_wrong: `the box arrived damaged|the zip is broken|i received the wrong item|it does not work|there is a hole in the fabric|the glass was cracked when i opened it
you sent me the wrong size|the product is defective|i got a blue one but ordered red|the bottle leaked in the parcel|the screen is scratched|it stopped working after one day
this is not what i ordered|the lamp won't turn on|the seam is torn|there's a stain on the shirt|item came broken|wrong product delivered|faulty item
the parcel was crushed and the content smashed|i received someone else's order|the quality is poor, it fell apart|product is expired|damaged on arrival
two plates were shattered|it makes a strange noise and does not charge|you delivered a different model than i bought|received a used product`,
};
