import { favicon, mark } from '../desk/page';
import { themeCss } from '../desk/theme';
import type { orderFacts } from '../control/state';
import type { Product } from '../seed/world.types';
import { picture } from './pictures';

export const shopCss = `${themeCss}
.wrap { max-width: 1080px; margin: 0 auto; padding: 28px 20px 60px; }
.hero { display: flex; flex-wrap: wrap; gap: 24px 48px; align-items: center; margin-bottom: 28px; }
.hero h2 { flex: 1 1 320px; font-size: clamp(26px, 4vw, 38px); line-height: 1.12; letter-spacing: -0.025em; font-weight: 680; text-wrap: balance; }
.look { flex: 0 1 400px; padding: 16px; border-radius: 14px; background: var(--card); box-shadow: var(--shadow); }
.look b { display: block; margin-bottom: 8px; font-size: 14px; }
.look form { display: grid; grid-template-columns: 88px 1fr auto; gap: 8px; }
.look input { min-width: 0; padding: 7px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.look button { padding: 7px 14px; border: 0; border-radius: 8px; background: var(--green); color: var(--green-ink); font-weight: 600; cursor: pointer; }
.look p { margin-top: 10px; font-size: 14px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 16px; }
.product { border-radius: 14px; overflow: hidden; background: var(--card); box-shadow: var(--shadow); }
.product figure { margin: 0; padding: 18px; background: var(--sunk); } .product svg { display: block; width: 100%; height: 110px; }
.product div { padding: 12px 14px 16px; } .product h3 { font-size: 15px; font-weight: 600; line-height: 1.3; }
.product p { margin: 3px 0 8px; color: var(--soft); font-size: 13px; line-height: 1.4; }
.product strong { font-weight: 620; font-variant-numeric: tabular-nums; }
nav .as { display: flex; gap: 6px; align-items: center; color: var(--soft); }
nav .as select, nav .as button { padding: 4px 9px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: inherit; font: inherit; font-size: 13px; }
nav .as button { cursor: pointer; } .who { color: var(--soft); } .who b { color: var(--ink); font-weight: 600; }
@media (max-width: 720px) { .top { flex-wrap: wrap; } .top nav { flex: 1 1 100%; flex-wrap: wrap; gap: 8px 14px; } .who { flex: 1; } .who span { display: none; } }
@media (max-width: 520px) { .look form { grid-template-columns: 1fr; } .brand p { display: none; } }
`;

export const safe = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
const euros = (amount: number) => new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }).format(amount);
const words = (status: string) => status.toLowerCase().replace(/_/g, ' ');

export interface Looked {
  number: string;
  email: string;
  order: ReturnType<typeof orderFacts> | null;
}

function lookedUp({ order }: Looked): string {
  if (!order) return '<p>No order has this number and address.</p>';
  const parcels = order.shipments.map((parcel) => {
    const due = parcel.deliveredAt ?? parcel.estimatedDelivery;
    const date = due ? new Date(due).toLocaleDateString('en-IE', { day: 'numeric', month: 'long' }) : '';
    return `${safe(parcel.carrier ?? 'Parcel')} ${safe(parcel.trackingNumber ?? '')}: ${words(parcel.status ?? 'unknown')}${date ? `, ${parcel.deliveredAt ? '' : 'due '}${date}` : ''}`;
  });
  const state = order.cancelledAt ? 'cancelled' : words(order.fulfillmentStatus);
  return `<p><span class="chip good">${words(order.financialStatus)}</span> <span class="chip">${state}</span> ${euros(Number(order.total))}<br>${parcels.join('<br>')}</p>`;
}

export interface Visit {
  people: { name: string; email: string }[];
  /** Whom the shop has signed in. */
  visitor: { name?: string; email: string } | null;
  /** The chat's script, or nothing. */
  script: string;
}

function account({ people, visitor }: Visit): string {
  if (visitor)
    return `<span class="who"><span>Signed in as </span><b>${safe(visitor.name ?? visitor.email)}</b></span><a href="/shop">Sign out</a>`;
  const options = people.map(({ name, email }) => `<option value="${safe(email)}">${safe(name)}</option>`);
  return `<form class="as" action="/shop"><label for="as">Sign in as</label><select id="as" name="as">${options.join('')}</select><button>Go</button></form>`;
}

export function shopHtml(products: readonly Product[], looked: Looked | null, visit: Visit): string {
  const cards = products.map(
    (product) =>
      `<article class="product"><figure>${picture(product.picture, product.colour)}</figure><div><h3>${safe(product.title)}</h3><p>${safe(product.description)}</p><strong>${euros(product.price / 100)}</strong></div></article>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Fernhill Outfitters</title><link rel="icon" href="${favicon}"><link rel="stylesheet" href="/shop/shop.css">${visit.script}</head>
<body><header class="top">${mark}<div class="brand"><h1>Fernhill Outfitters</h1><p>Jackets, tents and boots, from Venlo</p></div><nav>${account(visit)}<a href="/desk" target="_top">Customer&rsquo;s desk</a></nav></header>
<main class="wrap"><div class="hero"><h2>Gear for the wet side of the hill</h2>
<div class="look"><b>Where is my order?</b><form action="/shop">${visit.visitor ? `<input type="hidden" name="as" value="${safe(visit.visitor.email)}">` : ''}<input name="order" aria-label="Order number" placeholder="1001" required value="${safe(looked?.number ?? '')}"><input name="email" type="email" aria-label="Your mail address" placeholder="you@example.com" required value="${safe(looked?.email ?? '')}"><button>Look</button></form>${looked ? lookedUp(looked) : ''}</div></div>
<div class="grid">${cards.join('')}</div></main></body></html>
`;
}
