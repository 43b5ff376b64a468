import type { Rules } from './rules';

const GOODS = String.raw`(?:orders?|packages?|parcels?|delivery|deliveries|shipments?|purchase|stuff|items?|things?|box|it|they|goods|products?)`;
const ANY = String.raw`(?:orders?|packages?|parcels?|delivery|shipments?|purchase|stuff|items?|things?|goods|products?)`;

export const en: Rules = {
  where_is_my_order: new RegExp(
    [
      String.raw`\bwh?ere?(?:'?s| is| are)?\b.{0,30}\b${GOODS}\b(?! (?:from|made))`,
      String.raw`\b(?:track|trace|locate)(?:ing)?\b.{0,25}\b(?:${GOODS}|#?\d{3,})\b|\btracking\b|\bwismo\b|\bwhereabouts\b`,
      String.raw`\bwhen\b.{0,40}\b(?:arriv\w*|deliver\w*|com(?:e|ing)\b|get here|show up|ship\w*|dispatch\w*|be here|receive|get my|get it|turn up|expect)`,
      String.raw`\b(?:status|progress|eta|update|news)\b.{0,30}\b(?:of|on|for|about|regarding)\b.{0,20}\b(?:${ANY}|#?\d{3,})\b`,
      String.raw`\b(?:order|shipping|delivery|shipment|package|parcel) (?:status|update|eta)\b|\b${ANY}\b.{0,25}\bstatus\b`,
      String.raw`\b${GOODS}\b.{0,30}\b(?:hasn't|haven't|has not|have not|didn't|did not|not|never|isn't|is not|yet to)\b.{0,20}\b(?:arriv\w*|come|came|shipped|received|here|delivered|shown up|moved|turned up|dispatched|show up)\b`,
      String.raw`\b(?:haven't|have not|didn't|did not|not|never|still)\b.{0,20}\b(?:received?|got|gotten|get|seen|waiting (?:for|on))\b.{0,30}\b(?:${ANY}|anything|#?\d{3,})\b`,
      String.raw`\b(?:has|have|was|were|did|is|are|why|hasn't|isn't)\b.{0,20}\b(?:${GOODS})\b.{0,25}\b(?:shipped|sent|dispatched|left|delivered|arrived?|get here|gone out|on (?:its|the|their) way|delayed|late|taking|stuck|cancelled|canceled)\b`,
      String.raw`\b${GOODS}\b.{0,25}\b(?:late|delayed|overdue|stuck|taking (?:so|too|very|forever)|takes (?:so|too))\b|\bdelay(?:ed)?\b.{0,20}\b(?:${ANY})\b|\b(?:hasn't|not|still not|never) (?:yet )?(?:arrived|been delivered)\b`,
      String.raw`\bhow (?:long|much longer)\b.{0,30}\b(?:until|till|before|wait|expect|my)\b.{0,30}\b(?:${ANY}|arrive|here)\b|\bany (?:news|update)s?\b|\b(?:expected|estimated) (?:delivery|arrival)\b|\bhas it (?:left|shipped)\b|\bhow far (?:along|away)\b|\bwhat(?:'s| is|s)? (?:happening|going on|up|happened)\b.{0,25}\b(?:${ANY}|#?\d{3,})\b`,
    ].join('|'),
  ),
  delivery_info:
    /\b(?:do|can|will) you (?:guys )?(?:ship|deliver|send)\b.{0,30}\b(?:to|in|on|over|abroad|international\w*|weekends?|overseas)\b|\b(?:shipping|delivery|postage) (?:cost|costs|charges?|fees?|options|methods?|times?|rates?|price|areas?|policy)\b|\bhow (?:much|long|fast)\b.{0,25}\b(?:is|for|does|do|take)?\b.{0,15}\b(?:shipping|delivery|postage|deliver|ship)\b|\b(?:free|express|next[- ]day|same[- ]day|standard|international) (?:shipping|delivery)\b|\bwhich (?:carrier|courier|countries)\b|\bdeliver(?:able)? (?:to|at|in) (?:my )?(?:pin ?code|area|zip|postcode|country)\b|\bpick ?up (?:in store|from the store|point)\b/,
  cancel_order:
    /\bcancel(?:l?ing|lation)?\b(?!.{0,20}\b(?:subscription|membership|plan|auto))|\b(?:want|like|need|get|have|be)\b.{0,25}\bcancel+ed\b|\bcall off\b|\bstop (?:the|my|this|that) (?:order|purchase|shipment)\b|\b(?:no longer|don't|do not|dont) (?:want|need)\b.{0,12}\b(?:order|purchase)\b|\bordered (?:it |this |them )?(?:by (?:mistake|accident)|accidentally|twice)\b|\baccidentally (?:ordered|bought|placed)\b|\bplaced (?:it|the order|this order|an order) by (?:mistake|accident)\b/,
  change_items:
    /\b(?:change|switch|modify|edit|alter|amend)\b.{0,30}\b(?:items?|quantity|size|colou?r|variant|model|order(?! address)|flavou?r|product)\b|\b(?:add|include)\b.{0,30}\b(?:to|in|into) (?:my|the|this|that) (?:\w+ )?order\b|\bremove\b.{0,30}\bfrom (?:my|the|this) order\b|\bupgrade\b.{0,25}\b(?:item|order|to)\b|\b(?:change|switch|modify) (?:it|them|this|that|(?:the|my|one|a)(?: [\w'-]+){1,4})(?: \([^()]{1,80}\))? (?:to|for|into)\b|\b(?:change|switch|modify) (?:something|an? (?:\w+ )?(?:thing|article|piece))\b|\b(?:wrong|other|another) (?:version|variant|option)\b.{0,60}\bchange\b/,
  change_address:
    /\b(?:chang\w*|correct|edit|modify|amend|switch|updat\w*|redirect|reroute|different|new|wrong|another|incorrect|fix|alter)\b.{0,35}\b(?:addresse?s?|postcode|zip|street|house number|apartment|destination)\b|\baddress\b.{0,25}\b(?:is wrong|was wrong|is incorrect|wrong|changed|typo|mistake)\b|\b(?:deliver|ship|send|redirect|reroute)\b.{0,25}\b(?:instead|to (?:my|a|another|the) (?:work|office|neighbou?r|different|other|new|parents|friend))\b|\b(?:moved|moving) (?:house|home|to|out)\b/,
  change_payment:
    /\b(?:chang\w*|switch\w*|mov\w*)\b.{0,20}\bpayment\b|\b(?:chang\w*|switch)\b.{0,20}\bhow\b.{0,30}\b(?:paid|pay)\b|\b(?:change|switch|update|use|swap|modify)\b.{0,30}\b(?:payment (?:method|option|details)|(?:credit |debit )?card|paypal|gift card|way (?:i|to) pay)\b.{0,25}(?:\binstead\b|\border\b|\bfor\b|$)|\bpay\b.{0,30}\b(?:with|by|using)\b.{1,45}\binstead\b(?! of)|\b(?:different|another|other|new) (?:payment method|card)\b/,
  return:
    /\breturn(?:s|ing)?\b(?!.{0,15}\b(?:polic\w+|window|period|my call|call))|\bsend(?:ing)? (?:(?!(?:my|the) (?:money|payment))\S+ ){0,6}back\b|\bship (?:it|them|this) back\b|\bgive (?!me\b|us\b)(?:(?!money)\S+ ){0,6}back\b(?! (?:my|the) (?:money|payment))|\bha(?:s|ve) to go back\b|\breturn(?:ed)? label\b|\bget (?:it|them|this) returned\b|\b(?:want|like|need|get|have) .{0,20}\breturned\b|\bdo(?:es)? ?n[o']t fit\b|\btoo (?:small|big|large|tight|loose)\b/,
  exchange:
    /\b(?:exchang\w*|swap\w*|replac(?:e|ing|ement))\b|\b(?:get|want|need|like|have|send) (?:\S+ ){0,4}(?:different|another|other|bigger|smaller|larger) (?:size|colou?r|one|model)\b|\bswitch (?:it|them) for\b/,
  refund:
    /\brefund(?:s|ing)?\b|\b(?:want|like|need|get|be|have|receive)\b.{0,25}\brefunded\b|\bmoney ?back\b|\breimburs\w*|\bmy money\b|\b(?:give|get|want|pay) (?:me |us )?(?:my |the )?(?:\w+ )?(?:back the money|money back|money)\b|\bcompensat\w*\b/,
  refund_status:
    /\b(?:when|where|status|still|waiting|how long|has|have|hasn't|haven't|not|never|didn't|yet|any (?:news|update)|update|expect|check|promised|pending|track|how soon|already (?:sent|returned))\b.{0,45}\b(?:refund\w*|money back|reimburs\w*|my money)\b|\brefund\b.{0,30}\b(?:status|yet|not|hasn't|arrive[ds]?|come|coming|take|takes|pending|processed|late|delayed|when|where|missing|received|credited|take|long|update)\b/,
  return_policy:
    /\b(?:return|refund|exchange|cancell?ation|replacement) (?:polic(?:y|ies)|window|period|rules?|conditions?|terms|procedure)\b|\b(?:how (?:long|many days)|until when|within how)\b.{0,35}\b(?:return|send (?:it|them) back|exchange)\b|\b(?:do|can|are) (?:you|i|we|returns|people|customers) (?:accept|allow|offer|take|still return|free)\b.{0,20}\breturns?\b|\b(?:is|are) (?:the )?(?:returns?|exchanges?) (?:free|possible|allowed|accepted)\b|\bwho pays\b.{0,25}\breturn\b|\b(?:what|how) if\b.{0,30}\b(?:don't|do not) like\b|\bmoney[- ]back guarantee\b|\b(?:trial|night) (?:period|trial|offer)\b/,
  missing_parcel:
    /\b(?:says?|said|shows?|showing|marked|claims?|states?|tracking|supposedly|apparently|shown)\b.{0,50}\bdelivered\b|\bdelivered\b.{0,60}\b(?:but|not|never|nothing|nowhere|haven't|didn't|isn't|no package|no parcel|wasn't)\b|\b(?:stolen|lost (?:in|my|by|the|package|parcel)|(?:is|was|got|been|gets) lost|went missing|gone missing|disappear\w*|vanish\w*|missing (?:package|parcel|order|delivery)|wrong (?:house|door|neighbou?r)|never (?:showed|turned) up)\b/,
  missing_item:
    /\bmissing\b(?! (?:package|parcel|order|delivery|points|reward|refund))|\b(?:wasn't|not|weren't|isn't) (?:in|inside|included in|part of) (?:the|my|this)? ?(?:box|package|parcel|delivery|order)\b|\b(?:only|just) (?:got|received|came|contained|had|one)\b|\bincomplete\b|\bpart of (?:my|the) order\b|\b(?:one|some|two|half) of (?:the|my) (?:items?|things?|products?)\b.{0,30}\b(?:not|n't|never|absent|left out)\b|\bleft out\b|\bforgot to (?:include|send|put|pack)\b/,
  damaged_or_wrong:
    /\b(?:damaged?|broken?|broke|defect\w*|faulty|torn|ripped|scratch\w*|stain(?:s|ed)?|leak\w*|crack\w*|smashed|dented|shattered|expired product|past its date|mould\w*|rotten|wrong (?:items?|products?|things?|one|order|colou?r|parcel|size|shirt|shoes|model|flavou?r)|not what i ordered|different from what i|doesn't work|does not work|not working|stopped working|won't (?:turn|switch|charge|start)|poor quality|bad quality|hole in|fell apart|duplicate product|fake product)\b/,
  discount_code:
    /\b(?:discount|coupon|promo\w*|voucher|gift card|referral)\b.{0,40}\b(?:code|not|work\w*|appl\w*|invalid|expired|use|reject\w*|enter|error|available|any|accept\w*)\b|\b(?:code|coupon|voucher|promo)\b.{0,30}\b(?:not|n't|work\w*|invalid|expired|appl\w*|reject\w*|accept\w*)\b|\b(?:any|have|get|give|is there|are there|current)\b.{0,25}\b(?:discounts?|coupons?|promo\w*|offers?|vouchers?|sale)\b/,
  price_match:
    /\bprice[- ]match\w*\b|\bcheaper\b.{0,40}\b(?:at|on|elsewhere|in|now|somewhere|yesterday|other|another)\b|\b(?:price|it)\b.{0,20}\b(?:dropped|went down|fell|reduced|lower now|has fallen)\b|\b(?:lower|better) price\b.{0,30}\b(?:at|on|elsewhere|competitor|another|other|found)\b|\bmatch (?:the|their|this) price\b|\bprice difference\b/,
  points_balance:
    /\b(?:how many|what(?:'s| is| are)?|check|see|show|balance|number|tell|view|know|status)\b.{0,35}\b(?:points|rewards?|loyalty|coins|credits|cashback)\b|\b(?:points|loyalty|rewards?|coins) (?:balance|status|total|programme?|program|account|worth)\b/,
  points_missing:
    /\b(?:points|coins|loyalty credit|cashback|reward)\b.{0,40}\b(?:missing|not|n't|never|disappear\w*|gone|lost|wrong|expired|yet|less)\b|\b(?:missing|lost|no|didn't (?:get|receive)|haven't (?:got|received)|did not (?:get|receive)|where are|never got)\b.{0,20}\b(?:points|coins|cashback|loyalty)\b/,
  redeem_reward:
    /\b(?:redeem\w*|cash in|spend|use|exchange|convert|trade)\b.{0,25}\b(?:points|rewards?|coins|credits|loyalty|cashback)\b|\bredeem\b/,
  skip_delivery:
    /\bskip\b|\b(?:pause|hold|postpone|delay|suspend)\b.{0,30}\b(?:subscription|next|delivery|deliveries|shipment|box|month|order)\b|\b(?:no|not|don't|dont|do not) (?:send|ship|deliver|box|delivery)\b.{0,20}\b(?:next|this) (?:month|week|one|delivery|box)\b/,
  change_subscription:
    /\b(?:change|switch|modify|edit|update|adjust|upgrade|downgrade|swap)\b.{0,40}\b(?:subscription|plan|interval|frequency|every (?:\w+ )?(?:weeks?|months?)|membership)\b|\b(?:subscription|plan|box)\b.{0,30}\b(?:every|less often|more often|instead of|frequency|different)\b|\b(?:resume|restart|reactivate|unpause)\b.{0,30}\b(?:subscription|plan|deliver\w*|membership)\b/,
  cancel_subscription:
    /\b(?:cancel\w*|end|stop|terminate|quit|close|get out of)\b.{0,30}\b(?:subscription|membership|auto[- ]?(?:renew\w*|ship)|plan|recurring|monthly)\b|\b(?:don't|do not|no longer)\b.{0,20}\b(?:renew|subscribed|subscription)\b|\bunsubscribe from (?:the|my) (?:box|plan|subscription)\b/,
  invoice:
    /\b(?:invoice|receipt|bill copy|tax (?:bill|document)|proof of (?:purchase|payment)|vat (?:number|invoice|receipt)|gst (?:bill|invoice))\b/,
  payment_problem:
    /\b(?:charged|billed|debited|paid)\b.{0,30}\b(?:twice|two times|double|wrong|too much|more than|but|extra|again)\b|\b(?:double|duplicate|wrong|unknown|unauthori[sz]ed|extra|mystery|strange|over) ?(?:charge[sd]?|payment|billing|fee|debit)\b|\bovercharg\w*|\bpayment\b.{0,30}\b(?:fail\w*|declin\w*|not|n't|error|stuck|reject\w*|pending|problem|issue|went|deducted)\b|\b(?:card|paypal|transaction)\b.{0,25}\b(?:declin\w*|reject\w*|fail\w*|refused|not (?:accepted|working))\b|\b(?:can't|cannot|unable to|couldn't|can not|not able to) (?:\w+ )?(?:pay|check ?out|complete)\b|\bmoney\b.{0,25}\b(?:deducted|taken|debited|gone)\b|\b(?:fee|charge)\b.{0,25}\b(?:don't (?:know|recogni[sz]e)|what is)\b|\bnever (?:bought|ordered|made) (?:this|that|it|anything)\b/,
  payment_methods:
    /\bpayment (?:methods?|options?|modes?|types?|plans?)\b(?! .{0,10}instead)|\b(?:do|can) (?:you|i|we) (?:accept|take|pay|use|offer|support)\b.{0,30}\b(?:paypal|klarna|apple ?pay|google ?pay|credit|debit|cards?|amex|visa|mastercard|cash|invoice|instal+ments?|bank transfer|crypto|cod|emi|ideal|upi|gift card)\b|\b(?:cash on delivery|pay (?:on delivery|later|in instal+ments|cash|by|with))\b|\bhow (?:can|do|could) i pay\b|\binstal+ments?\b/,
  product_question:
    /\b(?:is|are|does|do|will|can)\b.{0,30}\b(?:waterproof|washable|made (?:of|from|in)|compatible|suitable|vegan|organic|machine|fit (?:true|a|my|for|in)|contain|come with|work with|genuine|original|authentic|safe|side effects?|gluten|lactose|warm|soft|durable|adjustable|dishwasher)\b|\b(?:what|which|how)\b.{0,25}\b(?:size|material|fabric|ingredients?|dimensions?|weigh|weight|colou?rs?|measurements?|height|width|thickness|model|capacity|battery|flavou?rs?|wattage)\b|\b(?:size (?:chart|guide)|sizing|recommend\w*|suggest\w*|difference between|compare|comparison|better for|best for|how (?:do|to|should) (?:i )?(?:use|wash|clean|assemble|install|store|wear|charge))\b|\b(?:more|some) (?:info|information|details) (?:about|on) (?:the|this|your) (?!order|delivery|return|refund)/,
  stock_question:
    /\b(?:in stock|back in stock|restock\w*|out of stock|sold out|available (?:in|again|now|soon|for)|availability|stock)\b|\b(?:do|will) you (?:guys )?(?:still |also )?(?:sell|have|carry|stock)\b(?!.{0,20}\b(?:policy|discount|coupon|offer|store|number|emi|sale|code))|\b(?:is|are)\b.{0,25}\bavailable\b/,
  warranty:
    /\b(?:warrant(?:y|ies)|guarantee[ds]?(?! date)|under guarantee|spare parts?|repair\w*|fix (?:it|my)|serviced?)\b/,
  place_order:
    /\b(?:place|make|put in|complete)\b.{0,10}\b(?:an|a|my|new|another|the)\b.{0,10}\border\b|\b(?:want|like|wish|need|looking) to (?:buy|order|purchase|get a|re-?order)\b|\b(?:how|where) (?:can|do|could|to) (?:i |we |one )?(?:buy|order|purchase|reorder)\b|\bbuy (?:a|another|some|more|this)\b|\bre-?order\b|\border (?:for me|again|another|more|by phone|online)\b/,
  account:
    /\b(?:log ?in(?:to)?|log ?on|sign ?in|password|pass ?word|my account(?! balance)|sign ?up|regist\w*|create an account|user ?name|verification (?:code|mail|email)|otp|locked out|my profile|account details|e-?mail address|my (?:phone|mobile) number|my name|two[- ]factor)\b/,
  delete_account:
    /\b(?:delet\w*|remov\w*|clos\w*|deactivat\w*|eras\w*|cancel)\b.{0,25}\b(?:account|(?:my|personal|all) (?:data|information|details)|profile)\b|\bright to be forgotten\b/,
  newsletter:
    /\b(?:newsletters?|mailing list|marketing (?:e-?mails?|mails?)|promotional (?:e-?mails?|mails?)|spam(?:ming)?)\b|\b(?:unsubscribe|opt out)\b(?!.{0,20}\b(?:box|plan|subscription))|\bstop (?:sending|e-?mailing|mailing|texting)\b/,
  complaint:
    /\b(?:complain\w*|complaint|terrible|horrible|awful|worst|unacceptable|disgust\w*|disappoint\w*|pathetic|useless|ridiculous|appalling|rude|unprofessional|never (?:buy|order|shop)\w*|bad (?:service|experience)|poor service|not happy|unhappy|fed up|disgrace\w*|let down)\b/,
  human:
    /\b(?:speak|talk|chat|connect|transfer|put me|pass me|get me|reach|want|need|contact)\b.{0,25}\b(?:human|real (?:person|human)|person|someone|somebody|agent|representative|operator|manager|supervisor|colleague|staff|team member|customer (?:care|service|support)|executive)\b|^\W*(?:human|agent|person|representative|operator|real person|live agent|customer care)\W*$|\b(?:call|phone|ring) me\b|\b(?:phone|contact|customer care|call cent(?:re|er)|helpline) number\b/,
};
