/** What the page draws. Runs in the browser; everything that people wrote goes in as text, never as markup. */
export const viewsJs = String.raw`
const $ = (id) => document.getElementById(id);
const state = { people: [], boxes: {}, support: '', address: '', mails: [], thread: null, files: [], seen: {}, channel: 'mail', unread: {}, phone: [], app: null, phoneFiles: [], typing: {} };

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const person = () => state.people.find((one) => one.email === state.address);
const initials = (name) => name.split(/[\s.]+/).map((word) => word[0] || '').slice(0, 2).join('').toUpperCase();
const money = (amount, currency) => new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(Number(amount));
const day = (iso) => new Date(iso).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
function when(iso) {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return today ? at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' }) : at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}

/** Mails that name each other by id belong together, newest conversation first. */
function threads() {
  const groups = [];
  for (const mail of state.mails) {
    const names = [mail.messageId, mail.inReplyTo, ...mail.references].filter(Boolean);
    const met = groups.filter((group) => names.some((id) => group.ids.has(id)));
    const group = met[0] || { ids: new Set(), mails: [] };
    for (const other of met.slice(1)) {
      group.mails.push(...other.mails);
      other.ids.forEach((id) => group.ids.add(id));
      groups.splice(groups.indexOf(other), 1);
    }
    names.forEach((id) => group.ids.add(id));
    group.mails.push(mail);
    if (!met[0]) groups.push(group);
  }
  for (const group of groups) {
    group.mails.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
    group.first = group.mails[0];
    group.last = group.mails[group.mails.length - 1];
    group.key = group.first.id;
  }
  return groups.sort((a, b) => b.last.receivedAt.localeCompare(a.last.receivedAt));
}
const openThread = () => threads().find((group) => group.mails.some((mail) => mail.id === state.thread)) || null;

/** Splits off the quoted mail below an answer. */
function split(text) {
  const at = text.search(/^(On .*|Am .*|Le .*)\n?.*(wrote|schrieb|écrit)\s?:\s*$/m);
  const quote = at >= 0 ? at : text.search(/^>.*(\n>.*)*\s*$/m);
  return quote > 0 ? [text.slice(0, quote).trim(), text.slice(quote).trim()] : [text.trim(), ''];
}

function unread(address) {
  const got = (state.boxes[address] || { received: 0 }).received;
  return Math.max(0, got - (state.seen[address] || 0));
}
const phoneNews = (one) => [one.phone, one.messenger, one.instagram].reduce((sum, id) => sum + (state.unread[id] || 0), 0);

function drawChannels() {
  for (const tab of document.querySelectorAll('[role=tab]')) {
    const own = tab.dataset.channel === state.channel;
    tab.setAttribute('aria-selected', String(own));
    tab.tabIndex = own ? 0 : -1;
  }
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== state.channel;
  const news = { mail: state.channel === 'mail' ? 0 : unread(state.address), phone: phoneNews(person()) };
  for (const [channel, count] of Object.entries(news)) {
    $('news-' + channel).hidden = count === 0;
    $('news-' + channel).textContent = String(count);
  }
}

function drawPeople() {
  const focused = document.activeElement && document.activeElement.dataset.address;
  $('people').replaceChildren(
    ...state.people.map((one, index) => {
      const news = one.email === state.address ? 0 : unread(one.email) + phoneNews(one);
      return el('button', { type: 'button', class: 'person', 'data-address': one.email, 'aria-pressed': String(one.email === state.address), title: one.email, onclick: () => choose(one.email) },
        el('span', { class: 'avatar hue-' + (index % 7), 'aria-hidden': 'true' }, initials(one.name)),
        el('span', {}, el('b', {}, one.name), el('small', {}, one.role)),
        news > 0 ? el('span', { class: 'count', 'aria-label': news + ' new' }, String(news)) : null);
    }));
  if (focused) document.querySelector('.person[data-address="' + CSS.escape(focused) + '"]')?.focus();
}

function drawThreads() {
  const groups = threads();
  const open = groups.find((group) => group.mails.some((mail) => mail.id === state.thread));
  $('threads').replaceChildren(
    ...(groups.length === 0 ? [el('p', { class: 'empty' }, 'No mail yet. Pick a ready-made message or write your own.')] : []),
    ...groups.map((group) => el('button', { type: 'button', class: 'item', 'aria-pressed': String(Boolean(open) && group.key === open.key), onclick: () => { state.thread = group.last.id; draw(); } },
      el('span', { class: 'line' }, el('b', {}, group.first.subject || '(no subject)'), el('time', { datetime: group.last.receivedAt }, when(group.last.receivedAt))),
      el('p', {}, (group.last.folder === 'sent' ? 'You: ' : (group.last.from.name || group.last.from.address) + ': ') + (split(group.last.text)[0].replace(/\s+/g, ' ').slice(0, 140))))));
}

const transports = {
  sending: ['wait', 'Sending'],
  waiting: ['wait', 'Satchel’s mail door is shut, trying again'],
  delivered: ['good', 'Delivered to Satchel'],
  refused: ['bad', 'Refused by Satchel'],
};

function mailView(mail) {
  const own = mail.folder === 'sent';
  const [said, quoted] = split(mail.text);
  const [tone, word] = mail.transport ? transports[mail.transport.state] : [];
  const headers = { 'Message-ID': mail.messageId, 'In-Reply-To': mail.inReplyTo, References: mail.references.join(' '), To: mail.to.join(', '), Cc: mail.cc.join(', '), 'Reply-To': mail.replyTo, 'Auto-Submitted': mail.headers['auto-submitted'] };
  return el('article', { class: 'mail ' + (own ? 'own' : 'other') },
    el('header', {}, el('b', {}, own ? 'You' : mail.from.name || mail.from.address), el('time', { datetime: mail.receivedAt }, when(mail.receivedAt))),
    el('div', { class: 'body', dir: 'auto' }, said),
    quoted ? el('details', {}, el('summary', {}, 'Quoted text'), el('div', { class: 'body' }, quoted)) : null,
    el('details', {}, el('summary', {}, 'Mail headers'), el('dl', {}, ...Object.entries(headers).filter(([, value]) => value).flatMap(([key, value]) => [el('dt', {}, key), el('dd', {}, value)]))),
    el('div', { class: 'foot' },
      ...mail.attachments.map((file) => el('span', { class: 'chip' }, file.filename + ', ' + Math.max(1, Math.round(file.size / 1024)) + ' kB')),
      word ? el('span', { class: tone === 'good' ? 'quiet' : 'chip ' + tone, title: mail.transport.lastError || '' }, word) : null,
      mail.copies > 1 ? el('span', { class: 'chip bad' }, 'This mail came ' + mail.copies + ' times') : null));
}

function hello() {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 120 84');
  picture.setAttribute('aria-hidden', 'true');
  const shapes = [['M8 76 46 18l18 28 12-18 36 48z', 'var(--green-wash)'], ['M46 18 34 36l9 6 5-4 8 5 3-6z', 'var(--green)'], ['M20 76 58 76 39 46z', 'var(--line)']];
  for (const [d, fill] of shapes) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    path.style.fill = fill;
    picture.append(path);
  }
  return el('div', { class: 'hello' }, picture, el('b', {}, 'Write as ' + person().name), 'Pick a ready-made message below, or your own words. The answer arrives here by real mail.');
}

function drawThread() {
  const group = openThread();
  const who = person();
  $('thread-head').replaceChildren(el('h3', {}, group ? group.first.subject || '(no subject)' : 'New mail'), el('p', {}, who.name + ' <' + who.email + '>'));
  const pane = $('messages');
  const rows = group ? group.mails.map(mailView) : [hello()];
  if (group && group.last.folder === 'sent' && group.last.transport?.state === 'delivered') {
    rows.push(el('div', { class: 'waiting' }, el('i', { 'aria-hidden': 'true' }, el('span')), 'Waiting for an answer'));
  }
  pane.replaceChildren(...rows);
  pane.scrollTop = pane.scrollHeight;
  $('subject-row').hidden = Boolean(group);
  $('prompts').classList.toggle('one-line', Boolean(group));
  $('to').textContent = (group ? 'Reply to ' : 'To ') + state.support;
  $('send').textContent = group ? 'Reply' : 'Send';
}

const words = (status) => status.toLowerCase().replace(/_/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
const tone = { PAID: 'good', FULFILLED: 'good', delivered: 'good', UNFULFILLED: 'wait', PARTIALLY_FULFILLED: 'info', PENDING: 'wait', ON_HOLD: 'wait', REFUNDED: 'bad', PARTIALLY_REFUNDED: 'info' };
const journey = ['label_created', 'picked_up', 'in_transit', 'arrived', 'out_for_delivery', 'delivered'];

function parcelView(shipment) {
  const reached = journey.indexOf(shipment.status);
  const due = shipment.deliveredAt ? 'Delivered ' + day(shipment.deliveredAt) : shipment.estimatedDelivery ? 'Due ' + day(shipment.estimatedDelivery) : 'No date given';
  return el('div', { class: 'parcel' },
    el('div', {}, el('b', {}, shipment.carrier || 'Parcel'), ' ', words(shipment.status || 'unknown')),
    el('div', { class: 'steps', 'aria-hidden': 'true' }, ...journey.map((_, step) => el('i', { class: step <= reached ? 'done' : '' }))),
    el('div', { class: 'number' }, shipment.trackingNumber || ''),
    el('div', { class: 'soft' }, due + (shipment.lines.length ? ' · ' + shipment.lines.join(', ') : '')),
    shipment.status !== 'delivered' && shipment.status !== 'returned' ? el('button', { type: 'button', class: 'small', onclick: () => advance(shipment.trackingNumber) }, 'Move the parcel on') : null);
}

function orderView(order) {
  return el('article', { class: 'order' },
    el('div', { class: 'order-head' }, el('b', {}, order.name), el('span', {}, money(order.total, order.currency))),
    el('div', { class: 'when' }, 'Placed ' + day(order.createdAt) + ' by ' + order.customer),
    el('div', { class: 'chips' },
      el('span', { class: 'chip ' + (tone[order.financialStatus] || '') }, words(order.financialStatus)),
      order.cancelledAt ? el('span', { class: 'chip bad' }, 'Cancelled') : el('span', { class: 'chip ' + (tone[order.fulfillmentStatus] || '') }, words(order.fulfillmentStatus))),
    el('ul', {}, ...order.lines.map((line) => el('li', {}, el('span', {}, line.quantity + ' × ' + line.title + (line.variant ? ', ' + line.variant : '')), el('span', {}, money(line.unitPrice, order.currency))))),
    ...order.shipments.map(parcelView),
    order.shipments.length === 0 && !order.cancelledAt ? el('button', { type: 'button', class: 'small', onclick: () => fulfil(order.name) }, 'Ship this order') : null);
}

function drawFacts() {
  const who = person();
  $('facts').replaceChildren(
    who.stranger ? el('p', { class: 'warn' }, who.stranger) : '',
    ...(who.orders.length === 0 ? [el('p', { class: 'empty' }, 'The shop has no order for this address.')] : who.orders.map(orderView)));
}

function drawPrompts() {
  $('prompts').replaceChildren(...person().prompts.map((one) => el('button', { type: 'button', onclick: () => fill(one) }, one.label)));
}

function drawFiles() {
  $('files').replaceChildren(...state.files.map((file, index) => el('button', { type: 'button', class: 'chip', title: 'Remove', onclick: () => { state.files.splice(index, 1); drawFiles(); } }, file.filename + ' ×')));
}

function draw() {
  if (state.channel === 'mail') state.seen[state.address] = (state.boxes[state.address] || { received: 0 }).received;
  drawChannels();
  drawPeople();
  drawThreads();
  drawThread();
}
`;
