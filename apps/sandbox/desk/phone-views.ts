/** What the phone draws. Runs in the browser, after the views of the page. */
export const phoneViewsJs = String.raw`
const networks = {
  sms: { name: 'Messages', kind: 'Text message', icon: 'M4 5h16v11H10l-4 4v-4H4z' },
  whatsapp: { name: 'WhatsApp', kind: 'WhatsApp', icon: 'M12 4a8 8 0 0 0-7 12l-1 4 4-1a8 8 0 1 0 4-15zM9 8q-1 5 6 7l1-2-2-1-1 1q-2-1-3-3l1-1-1-2z' },
  messenger: { name: 'Messenger', kind: 'Messenger', icon: 'M12 4c-5 0-8 3-8 7 0 3 1 5 3 6v3l3-2h2c5 0 8-3 8-7s-3-7-8-7zM7 13l4-4 2 2 4-2-4 4-2-2z' },
  instagram: { name: 'Instagram', kind: 'Instagram', icon: 'M7 4h10q3 0 3 3v10q0 3-3 3H7q-3 0-3-3V7q0-3 3-3zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z' },
};
const appKey = (thread) => thread.network + '/' + thread.via;
const lastAt = (thread) => (thread.messages.length ? thread.messages[thread.messages.length - 1].at : '');
/** The one chosen; else where the newest word is. */
const openApp = () => state.phone.find((thread) => appKey(thread) === state.app) || [...state.phone].sort((a, b) => lastAt(b).localeCompare(lastAt(a)))[0];
const several = (network) => state.phone.filter((thread) => thread.network === network).length > 1;
const appName = (thread) => networks[thread.network].name + (several(thread.network) ? (thread.via === 'twilio' ? ' by Twilio' : ' by Meta') : '');
const lineName = (thread) => (/^\+/.test(thread.line) ? thread.line.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4') : 'Fernhill Outfitters');
const unreadIn = (thread) => thread.messages.filter((message) => message.direction === 'out' && message.status === 'delivered').length;
const time = (iso) => new Date(iso).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

function shape(d, viewBox) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', viewBox || '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

function snippet(message) {
  if (!message) return 'Nothing written yet';
  const words = message.reaction ? 'Reacted ' + message.reaction : message.text || (message.media.length ? 'Picture or file' : '');
  return (message.direction === 'in' ? 'You: ' : '') + words.replace(/\s+/g, ' ').slice(0, 90);
}

function drawApps() {
  const focused = document.activeElement && document.activeElement.dataset.app;
  const open = openApp();
  $('phone-number').textContent = person().phone;
  $('apps').replaceChildren(...state.phone.map((thread) => {
    const last = thread.messages[thread.messages.length - 1];
    const news = unreadIn(thread);
    return el('button', { type: 'button', class: 'item app', 'data-app': appKey(thread), 'aria-pressed': String(thread === open), onclick: () => { state.app = appKey(thread); remember(); drawPhone(); look(); } },
      el('span', { class: 'app-icon ' + thread.network }, shape(networks[thread.network].icon)),
      el('span', { class: 'app-words' },
        el('span', { class: 'line' }, el('b', {}, appName(thread)), last ? el('time', { datetime: last.at }, when(last.at)) : null),
        el('p', {}, snippet(last))),
      news > 0 ? el('span', { class: 'count', 'aria-label': news + ' new' }, String(news)) : null);
  }));
  if (focused) document.querySelector('[data-app="' + CSS.escape(focused) + '"]')?.focus();
}

function windowLine(thread) {
  if (thread.network === 'sms') return thread.stopped ? el('p', { class: 'strip bad' }, 'You sent STOP. No text reaches you until you send START.') : null;
  if (!thread.openUntil) return el('p', { class: 'strip wait' }, thread.network === 'whatsapp' ? 'The store’s 24 hours are over: only an approved template reaches you.' : 'The store’s 24 hours are over.');
  const soon = new Date(thread.openUntil).toDateString() === new Date().toDateString();
  return el('p', { class: 'strip' }, el('span', {}, 'The store may write freely until ' + (soon ? '' : new Date(thread.openUntil).toLocaleDateString(undefined, { weekday: 'short' }) + ' ') + time(thread.openUntil)),
    el('button', { type: 'button', class: 'link', title: 'As if your last word were 25 hours old', onclick: () => shutWindow(thread) }, 'End it now'));
}

function drawPhoneHead() {
  const thread = openApp();
  const typing = state.typing[thread.customer + thread.network];
  $('phone-head').className = 'phone-head ' + thread.network;
  $('phone-head').replaceChildren(
    el('div', { class: 'phone-top' },
      el('span', { class: 'app-icon ' + thread.network }, shape(networks[thread.network].icon)),
      el('div', {}, el('b', {}, 'Fernhill Outfitters'), el('small', {}, typing ? 'typing…' : networks[thread.network].kind + ' · ' + lineName(thread)))),
    thread.connected ? '' : el('p', { class: 'strip wait' }, 'Satchel has not connected this line yet: what you write stays here.'),
    windowLine(thread) || '');
}

const tickWords = { queued: 'On its way', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered' };
function ticks(message, thread) {
  const word = message.direction === 'in' && message.status === 'sent' && thread.connected ? 'Satchel did not take it' : tickWords[message.status];
  if (thread.network === 'sms') return el('span', { class: 'tick-word' }, word);
  const svg = message.status === 'delivered' || message.status === 'read' ? shape('M1 7l4 4 8-9M8 10l1 1 8-9', '0 0 18 12') : shape('M3 7l4 4 8-9', '0 0 18 12');
  return el('span', { class: 'ticks ' + message.status, role: 'img', 'aria-label': word, title: word }, svg);
}

function mediaView(file) {
  const url = '/phone/media/' + encodeURIComponent(file.id);
  const shown = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
  return el('a', { href: url, target: '_blank', rel: 'noopener', class: shown ? 'picture' : 'paper' },
    shown ? el('img', { src: url, alt: file.filename, loading: 'lazy' }) : file.filename + ', ' + Math.max(1, Math.round(file.size / 1024)) + ' kB');
}

function bubble(message, thread, answered) {
  const own = message.direction === 'in';
  const quote = message.replyTo && thread.messages.find((one) => one.id === message.replyTo);
  const words = message.reaction ? message.reaction : message.text;
  return el('div', { class: 'said ' + (own ? 'own' : 'other') },
    el('article', { class: 'bubble' + (message.reaction ? ' reaction' : '') },
      el('span', { class: 'sr' }, own ? 'You: ' : 'Fernhill Outfitters: '),
      quote ? el('p', { class: 'quote' }, snippet(quote)) : null,
      ...message.media.map(mediaView),
      words ? el('p', { class: 'words', dir: 'auto' }, words) : null,
      el('span', { class: 'meta' }, el('time', { datetime: message.at }, time(message.at)), own ? ticks(message, thread) : null)),
    !own && message.choices.length && !answered.has(message.id)
      ? el('div', { class: 'choices' }, ...message.choices.map((choice) => el('button', { type: 'button', onclick: () => say({ choice, replyTo: message.id }) }, choice.title)))
      : null);
}

function drawBubbles() {
  const thread = openApp();
  const answered = new Set(thread.messages.filter((message) => message.direction === 'in').map((message) => message.replyTo));
  const rows = [];
  let today = '';
  for (const message of thread.messages) {
    const date = new Date(message.at).toDateString();
    if (date !== today) rows.push(el('div', { class: 'date' }, date === new Date().toDateString() ? 'Today' : day(message.at)));
    today = date;
    rows.push(bubble(message, thread, answered));
  }
  if (rows.length === 0) rows.push(el('p', { class: 'nothing' }, 'Write to the store as ' + person().name + '.'));
  const pane = $('bubbles');
  pane.className = 'bubbles ' + thread.network;
  pane.replaceChildren(...rows);
  pane.scrollTop = pane.scrollHeight;
  // On a small screen the whole page scrolls, not the pane: bring a new message above the composer.
  const drawn = appKey(thread) + thread.customer + thread.messages.length;
  if (pane.dataset.drawn !== drawn && matchMedia('(max-width: 720px)').matches) pane.lastElementChild.scrollIntoView({ block: 'nearest' });
  pane.dataset.drawn = drawn;
}

/** A letter's words as somebody would type them on a phone. */
const short = (text) => text.replace(/^(hi|hello|ciao|bonjour|guten tag),?\s*/i, '').replace(/\s*\n+(best|thanks!?|viele grüße|[A-Z][a-zà-ü]+)[\s\S]*$/i, '').replace(/\s+/g, ' ').trim();

function drawPhoneChips() {
  const thread = openApp();
  const words = thread.network === 'sms' ? (thread.stopped ? ['START'] : ['STOP', 'HELP']) : [];
  $('phone-chips').replaceChildren(
    ...words.map((word) => el('button', { type: 'button', class: 'word', onclick: () => say({ text: word }) }, word)),
    ...person().prompts.map((one) => el('button', { type: 'button', onclick: () => { $('phone-text').value = short(one.text).replace(/^./, (letter) => letter.toUpperCase()); grow(); $('phone-text').focus(); } }, one.label)));
}

function drawPhoneFiles() {
  $('phone-files').replaceChildren(...state.phoneFiles.map((file, index) => el('button', { type: 'button', class: 'chip', title: 'Remove', onclick: () => { state.phoneFiles.splice(index, 1); drawPhoneFiles(); } }, file.filename + ' ×')));
}

function grow() {
  const box = $('phone-text');
  box.style.height = 'auto';
  box.style.height = Math.min(box.scrollHeight, 140) + 'px';
}

function drawPhone() {
  if (state.phone.length === 0) return;
  drawApps();
  drawPhoneHead();
  drawBubbles();
  drawPhoneChips();
}
`;
