import type { Dangers } from './dangers';

export const en: Dangers = {
  safety: [
    /\b(?:injur\w*|hurt (?:me|my|him|her|myself)|burn(?:t|ed) (?:me|my)|bleeding|hospital|allergic|caught fire|explod\w*|suicid\w*|poison\w*)\b/,
  ],
  legal: [
    /\b(?:lawyer|attorney|solicitor|sue|suing|court|legal action|small claims|charge ?back|dispute (?:the|this|with)|paypal case|trading standards|consumer (?:protection|rights)|ombudsman|fraud|scam\w*|police|(?:to|tell|call|contact|inform|alert) the press|the press (?:will|shall)|press (?:office|release|coverage)|journalist|bbb|trustpilot|gdpr)\b/,
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
};
