import type { Lexicon } from './lexicon';

const GOODS = String.raw`(?:order|orders|package|packages|parcel|parcels|delivery|shipment|purchase|stuff|items?|things?|box|it|they|goods|backpack|jacket|boots|shoes|tent|bag)`;

export const en: Lexicon = {
  whereabouts: [
    new RegExp(String.raw`\bwhere (?:my|our|the) ${GOODS}\b`),
    new RegExp(String.raw`\b${GOODS}\b.{0,25}\bstatus\b|\bhow far (?:along|away|is)\b`),
    new RegExp(
      String.raw`\b(?:has|have|was|were|did|is|are)\b.{0,20}\b(?:my|our|the) ${GOODS}\b.{0,20}\b(?:delivered|arrive|arrived|get here|come|here)\b`,
    ),
    new RegExp(
      String.raw`\b${GOODS}\b.{0,25}\b(?:late|delayed|overdue|delay|taking (?:so|too|very|forever)|takes (?:so|too))\b|\bdelay(?:ed)?\b.{0,20}\b${GOODS}\b`,
    ),
    new RegExp(String.raw`\bwh?ere?(?:'?s| is| are)\b.{0,30}\b${GOODS}\b`),
    /\b(?:where|when)\b.{0,30}\b(?:my|our|the|it|this|that|they|you|i)\b.{0,40}\b(?:arriv|deliver|com(?:e|ing)\b|get here|show up|ship|dispatch|be here|receive|get my|get it|turn up)/,
    /\b(?:wismo|whereabouts)\b/,
    new RegExp(String.raw`\b(?:track|trace|locate|find)(?:ing)?\b.{0,25}\b${GOODS}\b`),
    /\btracking\b.{0,30}\b(?:number|link|info|information|details?|status|update|code|page|says|shows|hasn't|has not|stuck)\b|\b(?:number|link|code|info) (?:for|to) track/,
    new RegExp(
      String.raw`\b(?:status|progress|eta|update|news)\b.{0,30}\b(?:of|on|for|about|regarding)\b.{0,20}\b(?:${GOODS.slice(3, -1)}|#?\d{3,})\b`,
    ),
    /\b(?:order|shipping|delivery|shipment|package|parcel) (?:status|update|eta)\b/,
    new RegExp(
      String.raw`\b(?:has|have|hasn't|haven't|did|didn't|is|are|isn't|was|has not|have not|not)\b.{0,30}\b${GOODS}\b.{0,30}\b(?:shipped|sent|dispatched|left|arrived|gone out|on (?:its|the|their) way|come yet|been sent|ship)\b`,
    ),
    new RegExp(
      String.raw`\b${GOODS}\b.{0,30}\b(?:hasn't|haven't|has not|have not|didn't|did not|not|never|isn't|is not|still hasn't|yet to|still not)\b.{0,20}\b(?:arriv\w*|come|came|shipped|received|here|delivered|shown up|moved|turned up|dispatched|show up)\b`,
    ),
    new RegExp(
      String.raw`\b(?:haven't|have not|didn't|did not|not|never|still)\b.{0,20}\b(?:received|receive|got|gotten|get|seen|waiting (?:for|on))\b.{0,30}\b(?:${GOODS.slice(3, -1)}|anything|#?\d{3,})\b`,
    ),
    new RegExp(
      String.raw`\b(?:how long|how much longer|when)\b.{0,40}\b(?:until|till|before|take|wait|expect|will)\b.{0,40}\b(?:${GOODS.slice(3, -1)}|arrive|deliver\w*|here)\b`,
    ),
    new RegExp(
      String.raw`\b(?:expected|estimated) (?:delivery|arrival)\b|\bdelivery date\b|\b(?:is|are) (?:it|they|this) (?:still |even |really )?(?:on (?:its|their|the) way|coming|delayed|late)\b|\b(?:still )?waiting (?:for|on) (?:my|the|our) ${GOODS}\b|\bany (?:news|update)s?\b`,
    ),
    new RegExp(
      String.raw`\bwhat(?:'s| is|s)? (?:happening|going on|up|happened|the (?:status|latest))\b.{0,25}\b(?:${GOODS.slice(3, -1)}|#?\d{3,})\b`,
    ),
  ],
  blockers: {
    safety: [
      /\b(?:injur\w*|hurt (?:me|my|him|her|myself)|burn(?:t|ed) (?:me|my)|bleeding|hospital|allergic|caught fire|explod\w*|suicid\w*|poison\w*)\b/,
    ],
    legal: [
      /\b(?:lawyer|attorney|solicitor|sue|suing|court|legal action|small claims|charge ?back|dispute (?:the|this|with)|paypal case|trading standards|consumer (?:protection|rights)|ombudsman|fraud|scam\w*|police|press|journalist|bbb|trustpilot|gdpr)\b/,
    ],
    human_requested: [
      /^\W*(?:human|agent|person|representative|operator|real person)\W*$/,
      /\b(?:speak|talk|chat|connect|transfer|put me|pass me|get me|reach|want|need|like|contact)\b.{0,25}\b(?:human|real (?:person|human)|person|someone|somebody|agent|representative|operator|manager|supervisor|colleague|staff|team member)\b/,
      /\b(?:not|no|stop|hate)\b.{0,15}\b(?:bots?|robot|ai|machine|automated)\b|\b(?:call|phone|ring) me\b/,
    ],
    injection: [
      /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompt|polic(?:y|ies)|previous|above|guidelines?|restrictions?|guardrails?)\b/,
      /\b(?:system prompt|developer mode|jailbreak|you are now|act as|pretend (?:to be|you)|roleplay|new instructions?|admin (?:mode|override)|sudo|as an ai|your (?:instructions|prompt|rules))\b/,
      /\b(?:all|other|every|another|someone else'?s?|somebody else'?s?) (?:customers?|people'?s?|users?|person'?s?|buyers?)\b|\b(?:reveal|print|show|output|repeat|list)\b.{0,30}\b(?:prompt|instructions|database|all (?:the )?orders|tools|api key|password)\b/,
      /<\/?(?:system|assistant|instructions?|tool|customer_message)\b|\[(?:system|inst)\]|\bhand_over\b|\bfind_orders\b|\btrack_shipment\b/,
    ],
    refund: [
      /\b(?:refund\w*|money back|reimburs\w*|compensat\w*|restitution|rebate|store credit|get my money|give (?:me )?back)\b/,
    ],
    return: [
      /\b(?:return(?:s|ed|ing)?|replac\w*|exchang\w*|swap\w*|send (?:it|them|this|these) back|sending (?:it|them|this) back|doesn't fit|does not fit|too (?:small|big|large|tight)|wrong size|change (?:the )?(?:size|colou?r))\b/,
    ],
    cancel: [
      /\b(?:cancel\w*|call off|stop (?:the|my|this) order|don't (?:want|need) (?:it|this|the|my)|do not (?:want|need)|no longer (?:want|need)|never ?mind the order)\b/,
    ],
    change_order: [
      /\b(?:change|correct|edit|modify|amend|switch|redirect|reroute|different|new|wrong)\b.{0,30}\b(?:address|postcode|zip|street|order|item|quantity|delivery (?:date|day|time)|phone number)\b/,
      /\bupdat\w*\b.{0,25}\b(?:address|postcode|zip|street|quantity|phone number)\b/,
      /\b(?:moved house|moving house|add (?:\w+ ){0,3}to (?:my|the) order|remove .{0,20} from|(?:deliver|ship|send)\b.{0,25}\b(?:instead|to (?:my|a|another|the) (?:work|office|neighbou?r|different|other))|reschedul\w*|(?:please|you|to) delay (?:my|the)|expedite|speed up|faster|hold (?:my|the|it))\b/,
    ],
    missing_parcel: [
      /\b(?:says?|said|shows?|showing|marked|claims?|states?|tracking|supposedly|apparently)\b.{0,50}\bdelivered\b/,
      /\bdelivered\b.{0,60}\b(?:but|not|never|nothing|nowhere|haven't|didn't|isn't|no package|no parcel|wasn't)\b/,
      /\b(?:stolen|lost (?:in|my|by|the|package|parcel)|(?:is|was|got|been) lost|went missing|gone missing|disappear\w*|vanish\w*|missing (?:package|parcel|order|delivery)|never (?:arrived|came|received|showed|got|turned)|wrong (?:address|house|door)|neighbou?r)\b/,
    ],
    damaged_or_wrong: [
      /\b(?:damaged?|broken?|broke|defect\w*|faulty|torn|ripped|scratch\w*|stain\w*|leak\w*|crack\w*|cracked|smashed|wrong (?:item|product|one|thing|order|colou?r|parcel)|not what i ordered|missing (?:an? |one |some |the )?(?:items?|pieces?|parts?|product)|incomplete|part of (?:my|the) order|(?:only|just) (?:received|got)|doesn't work|does not work|not working|stopped working|poor quality|warranty|repair)\b/,
    ],
    payment: [
      /\b(?:invoice|bill|receipt|vat|tax|payment|charged?|charges|overcharg\w*|double charge|billed|billing|credit card|debit|paypal|klarna|discount|coupon|voucher|promo\w*|gift card|price|prices|pricing|cost|costs|customs|duty|duties|fees?|loyalty|points|rewards?|cheaper|pay for)\b/,
    ],
    product_question: [
      /\b(?:(?:resume|restart|start)\b.{0,15}\bdeliver\w*|where (?:do|can|could) i (?:order|buy|get|find|set)|delivery (?:options|methods)|methods (?:of|for) delivery|in stock|back in stock|restock\w*|out of stock|available in|availability|do you (?:sell|have|stock|carry|ship|deliver|offer|make)|size chart|what size|which size|sizing|waterproof|material|made of|compatible|recommend|difference between|opening hours|warehouse sale|wholesale|job|career|shipping (?:cost|to|options)|place an order|want to (?:buy|order|purchase)|how (?:do|can) i (?:order|buy|use|wash|clean|assemble|pay)|pre-?order|catalog\w*|subscri\w*|newsletter)\b/,
    ],
    account: [
      /\b(?:my account|log ?in|sign ?in|password|delete my|my data|unsubscribe|e-?mail address|personal (?:data|information)|register|sign up|verification code)\b/,
    ],
    complaint: [
      /\b(?:ridiculous|unacceptable|disgust\w*|terrible|horrible|awful|worst|furious|angry|outrag\w*|appalling|pathetic|useless|joke|shame|never (?:order|buy|shop)\w*|fed up|sick of|disappoint\w*|frustrat\w*|complain\w*|incompetent|wtf|fuck\w*|shit\w*|damn|bullshit|idiots?|stupid|liars?|rip-?off|third time|how many times|again and again|last chance)\b|!{3,}/,
    ],
    condition: [
      /\b(?:if (?:it|this|that|the|you|they|not|possible|i|there|my)|unless|otherwise|or else|in case|depending|provided that|only when|instead)\b/,
    ],
  },
  thanks:
    /^(?:(?:ok(?:ay)?|great|perfect|super|awesome|cool|wonderful|lovely|brilliant|fantastic|excellent|amazing|alright|all right|oh|ah|wow|got it|understood|noted|will do|sounds good|good to know|that'?s? (?:great|perfect|all|helpful|good|lovely|fine)|it (?:has )?(?:just )?(?:arrived|came)(?: today)?|received it|many|so much|a lot|again|very much|for (?:your|the|all|everything)|(?:quick|fast|kind)?\s*(?:help|reply|response|update|info|information|answer|support)|quick|fast|prompt|you'?re the best|much appreciated|appreciate it|i|we|you|and|the|that|very|really|no (?:further|more|other) questions|have a (?:nice|good|great|lovely) (?:day|one|weekend|evening)|you too|cheers|thanks?|thank you|thx|ty|tysm|bye|goodbye|take care|all (?:good|the best)|good|nice|fine|sorted|everything|for|letting me know|getting back to me)\b[\s,.!:;)(<3-]*)+$/,
  courtesy:
    /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hiya)\b[\p{L}\s,.'!-]{0,40}|(?:thanks?|thank you|thx|many thanks|cheers)\b[^?]{0,60}|(?:kind|best|warm|many)?\s*regards\b.{0,40}|best\b.{0,30}|sincerely\b.{0,40}|yours\b.{0,40}|i hope (?:you|this|all|everyone)\b[^?]{0,60}|hope (?:you|all)\b[^?]{0,60}|sent from my .{0,30}|(?:sorry|apologies)\b.{0,40}|please (?:help|advise|let me know|reply|respond)\b[^?]{0,40}|(?:can|could) you (?:please )?help(?: me)?(?: please)?\??|i (?:need|would like) (?:some )?help.{0,20}|(?:just )?(?:wondering|checking)(?: in)?)$/u,
  question:
    /^(?:where|when|what|which|who|whose|why|how|can|could|would|will|do|does|did|is|are|was|were|has|have|may|should|shall|any)\b/,
  orderWord: /\b(?:order|purchase|confirmation|reference|ref)\b/,
};
