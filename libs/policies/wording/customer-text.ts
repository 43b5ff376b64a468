import {
  type ActionDecisionBody,
  type ActionVerdict,
  CUSTOMER_LANGUAGES,
  type CustomerLanguage,
  type CustomerTexts,
  type PolicyDocument,
} from '@satchel/contracts';
import { byName } from '../decide/money-limit';
import { HOUSE_TEXTS, type TextName } from './house-texts';

/** Rules that may be named to a customer. Of all others they hear only that it is looked at, or is not possible. */
const BY_RULE: Record<string, TextName> = {
  'ai.assurance': 'identity',
  // An order of somebody else answers like one that is not there.
  'ai.own-orders': 'noOrder',
  'returns.window': 'window',
  'refund.days': 'window',
  'returns.excluded': 'finalSale',
  'refund.final-sale': 'finalSale',
  'cancel.unfulfilled': 'sent',
  'address.before-shipping': 'sent',
  'engine.order-sum': 'nothingLeft',
  'engine.dispute': 'dispute',
};

/** What the customer is told of a decision, in every language that there is; null: nothing has to be said. */
export function textFor({ wording }: PolicyDocument, rule: string, verdict: ActionVerdict): CustomerTexts | null {
  const own = Object.hasOwn(wording, rule) ? wording[rule] : undefined;
  if (verdict === 'needs_confirm') return own ?? null;
  const named = verdict === 'deny' && Object.hasOwn(BY_RULE, rule) ? BY_RULE[rule] : undefined;
  return { ...HOUSE_TEXTS[named ?? (verdict === 'deny' ? 'no' : 'approval')], ...own };
}

/** The words of a decision in the customer's language, else in the first that there is. */
export function customerTextIn({ customerText }: ActionDecisionBody, language: string | null): string | null {
  if (!customerText) return null;
  const short = language?.slice(0, 2).toLowerCase() as CustomerLanguage;
  const [found] = [short, ...CUSTOMER_LANGUAGES].flatMap((one) => customerText[one] ?? []);
  return found ?? null;
}

/** The shop's own words, as a sentence among the rules. */
export function wordingOf({ wording }: PolicyDocument): { rule: string; text: string } {
  const said = byName(wording).flatMap(([rule, texts]) =>
    byName(texts as Record<string, string>).map(([language, text]) => `${rule} (${language}): "${text}"`),
  );
  const text =
    said.length > 0
      ? `Customers are told in words of your own: ${said.join('; ')}.`
      : 'Customers are told in the words of the house.';
  return { rule: 'wording', text };
}
