import type { RefundBody } from '@satchel/contracts';
import { tellOrder } from '../engine/tell-order';
import { dayOf, writeDay } from '../text/calendar';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { FindProductsData, PointsData, SearchArticlesData } from '../tools/tool-data';
import type { Teller } from './document';
import { staleLine } from './parcels';
import { lineWords, listed, say, valuesOf, words, writeMoney } from './speak';
import type { Work } from './turn';

/** Longest passage that is quoted to a customer. */
const PASSAGE_CHARS = 900;
const MAX_PRODUCTS = 3;

/** Words a fact that a tool returned. A reason: the words are ready, but a person should see to it. */
export function tell(work: Work, what: Teller): HandoffReason | null {
  switch (what) {
    case 'order':
      return tellOrders(work);
    case 'lines':
      tellLines(work);
      return null;
    case 'refunds':
      tellRefunds(work);
      return null;
    case 'points':
    case 'rewards':
      tellPoints(work, what);
      return null;
    case 'articles':
      tellArticles(work);
      return null;
    case 'products':
      tellProducts(work);
      return null;
    case 'discount':
      tellDiscount(work);
      return null;
  }
}

function tellOrders({ turn, orders }: Work): HandoffReason | null {
  const told = orders.map((order) => tellOrder(order, turn.language));
  turn.said.push(...told.map(({ text }) => text));
  const stale = staleLine(orders, turn.language);
  if (stale) turn.said.push(stale);
  return told.find(({ handOver }) => handOver)?.handOver ?? null;
}

function tellLines(work: Work): void {
  const { turn, lines } = work;
  if (!lines) return;
  const each = lines.lines.map((line) =>
    line.unitPrice
      ? words(turn, 'line_price', {
          quantity: String(line.quantity),
          title: lineWords(line),
          price: writeMoney(line.unitPrice, turn.language),
        })
      : lineWords(line, line.quantity),
  );
  say(turn, 'lines_of', { order: lines.orderNumber, lines: listed(turn, each, 'and') });
  say(turn, 'order_total', { total: writeMoney(lines.total, turn.language) });
}

function tellRefunds(work: Work): void {
  const { turn, results } = work;
  const { order = '' } = valuesOf(work);
  const result = (results.get('refund_status') as { result?: { refunds?: RefundBody[] } } | undefined)?.result;
  const refunds = Array.isArray(result?.refunds) ? result.refunds : [];
  if (refunds.length === 0) return say(turn, 'refund_none', { order });
  for (const { amount, status, createdAt, reference } of refunds) {
    const kind =
      status === 'succeeded' ? 'succeeded' : status === 'failed' || status === 'cancelled' ? 'failed' : 'pending';
    const day = dayOf(createdAt);
    const told = [
      words(turn, `refund_${kind}`, { amount: writeMoney(amount, turn.language), order }),
      day && words(turn, 'refund_since', { day: writeDay(day, turn.language) }),
      reference && words(turn, 'refund_reference', { reference }),
    ];
    turn.said.push(told.filter(Boolean).join(' '));
  }
}

function tellPoints({ turn, results }: Work, what: 'points' | 'rewards'): void {
  const data = results.get('points') as PointsData | undefined;
  if (!data?.found || data.points === null) return say(turn, 'points_unknown');
  const told = [
    words(turn, 'points_balance', { points: String(data.points) }),
    data.tier && words(turn, 'points_tier', { tier: data.tier }),
  ];
  turn.said.push(told.filter(Boolean).join(' '));
  const there = data.rewards.filter(({ affordable }) => affordable);
  if (there.length > 0)
    say(turn, 'rewards_list', {
      list: listed(
        turn,
        there.map(({ title }) => title),
        'and',
      ),
    });
  else if (what === 'rewards') say(turn, 'rewards_none');
}

function tellArticles({ turn, results }: Work): void {
  const data = results.get('search_articles') as SearchArticlesData | undefined;
  const [first] = data?.passages ?? [];
  if (!first) return;
  const text = first.text.trim();
  const cut = text.length <= PASSAGE_CHARS ? text : text.slice(0, text.lastIndexOf('. ', PASSAGE_CHARS) + 1);
  const told = [
    words(turn, 'article', { title: first.title, text: cut || text }),
    first.url && words(turn, 'article_link', { url: first.url }),
  ];
  turn.said.push(told.filter(Boolean).join('\n'));
}

function tellProducts({ turn, results }: Work): void {
  const data = results.get('find_products') as FindProductsData | undefined;
  for (const { title, url, variants } of (data?.products ?? []).slice(0, MAX_PRODUCTS)) {
    const there = variants.filter(({ available }) => available === true);
    const gone = variants.length > 0 && variants.every(({ available }) => available === false);
    const named =
      there.length > 0 && variants.length > 1
        ? listed(
            turn,
            there.map((one) => one.title),
            'and',
          )
        : '';
    const text =
      there.length > 0
        ? words(turn, 'product_available', {
            title,
            variants: named && ` ${words(turn, 'product_in', { list: named })}`,
          })
        : words(turn, gone ? 'product_gone' : 'product_unknown', { title });
    turn.said.push([text, url && words(turn, 'product_link', { url })].filter(Boolean).join('\n'));
  }
}

function tellDiscount(work: Work): void {
  const { turn, results } = work;
  const data = results.get('explain_discount') as
    { state?: string; result?: { works?: unknown; reasons?: unknown } } | undefined;
  const { code = '' } = valuesOf(work);
  if (data?.state !== 'done' || !data.result) return say(turn, 'discount_unknown');
  const reasons = Array.isArray(data.result.reasons) ? data.result.reasons.map(String) : [];
  if (data.result.works === true) return say(turn, 'discount_works', { code });
  const why = reasons.length > 0 ? words(turn, 'discount_why', { reasons: reasons.join('; ') }) : '';
  turn.said.push([words(turn, 'discount_not', { code }), why].filter(Boolean).join(' '));
}
