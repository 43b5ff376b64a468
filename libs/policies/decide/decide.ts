import type { ActionDecisionBody, ActionVerdict, PolicyDocument } from '@satchel/contracts';
import { textFor, wordingOf } from '../wording/customer-text';
import { aiRules } from './ai.rules';
import { capRules } from './caps.rules';
import { careRules } from './care.rules';
import type { Judgement, PolicyActor, PolicyFacts } from './facts';
import { giftRules } from './gift.rules';
import { goodwillRules } from './goodwill.rules';
import { hardRules } from './hard.rules';
import { orderRules } from './order.rules';
import { refundRules } from './refund.rules';
import type { Rule } from './rule';
import { tierRules } from './tier.rules';

const RULES: readonly Rule[] = [
  ...aiRules,
  ...refundRules,
  ...orderRules,
  ...giftRules,
  ...careRules,
  ...tierRules,
  ...goodwillRules,
  ...capRules,
  ...hardRules,
];
const STRICT: readonly ActionVerdict[] = ['allow', 'needs_confirm', 'needs_approval', 'deny'];

export interface Policy {
  version: number;
  document: PolicyDocument;
}

/** What the rules say of one case: the strictest word of all of them. Pure: the same facts give the same answer. */
export function decide(policy: Policy, facts: PolicyFacts, actor: PolicyActor): ActionDecisionBody {
  const found = RULES.flatMap((rule): (Judgement & { rule: string })[] => {
    const judgement = rule.judge(policy.document, facts, actor);
    if (!judgement || (judgement.verdict === 'needs_confirm' && facts.confirmed)) return [];
    return [{ ...judgement, rule: rule.name }];
  });
  const policyVersion = policy.version;
  const [strictest] = found.sort((one, other) => STRICT.indexOf(other.verdict) - STRICT.indexOf(one.verdict));
  if (!strictest) {
    return {
      verdict: 'allow',
      reason: 'No rule is against it.',
      rule: 'allowed',
      policyVersion,
      approver: null,
      offer: null,
    };
  }
  const { verdict, reason, rule, approver } = strictest;
  const offer = found.find((one) => one.verdict === verdict && one.offer)?.offer;
  const customerText = textFor(policy.document, rule, verdict);
  const said = customerText ? { customerText } : {};
  return { verdict, reason, rule, policyVersion, approver: approver ?? null, offer: offer ?? null, ...said };
}

/** The rules as a shop owner reads them. */
export function sentencesOf(document: PolicyDocument): { rule: string; text: string }[] {
  return [...RULES.map((rule) => ({ rule: rule.name, text: rule.sentence(document) })), wordingOf(document)];
}

/** What is said differently, in words: a rule's sentence before and after. */
export function differences(
  before: PolicyDocument,
  after: PolicyDocument,
): { rule: string; before: string; after: string }[] {
  const was = new Map(sentencesOf(before).map(({ rule, text }) => [rule, text]));
  return sentencesOf(after).flatMap(({ rule, text }) => {
    const old = String(was.get(rule));
    return old === text ? [] : [{ rule, before: old, after: text }];
  });
}
