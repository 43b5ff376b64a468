/** What the phone and the chat do. Runs in the browser, before the actions of the page start it. */
export const phoneActionsJs = String.raw`
const channels = ['mail', 'phone', 'chat'];

function remember() {
  history.replaceState(null, '', '#' + state.address + (state.channel === 'mail' ? '' : '/' + state.channel));
}

async function loadPhone() {
  const address = state.address;
  const { threads } = await api('/desk/people/' + encodeURIComponent(address) + '/phone');
  if (address === state.address) state.phone = threads;
}

/** The thread that is open is read; only the customer's own eyes count. */
const look = trying(async () => {
  if (state.channel !== 'phone' || document.hidden) return;
  const thread = openApp();
  if (thread && unreadIn(thread) > 0) await api('/phone/' + encodeURIComponent(thread.customer) + '/read', { method: 'POST', body: { network: thread.network } });
});

let framed = '';
let signedIn = true;
const drawChat = trying(async () => {
  const who = person();
  const { key } = await api('/__control/widget');
  $('chat-signed').setAttribute('aria-pressed', String(signedIn));
  $('chat-visitor').setAttribute('aria-pressed', String(!signedIn));
  $('chat-note').textContent = !key ? 'No chat is on the shop’s page yet.' : signedIn ? 'The shop vouches for ' + who.name + '.' : 'The shop does not know who you are.';
  const address = '/shop' + (signedIn ? '?as=' + encodeURIComponent(who.email) : '');
  $('chat-open').href = address;
  if (framed === address + key) return;
  framed = address + key;
  $('shop-frame').src = address;
});

function showChannel() {
  drawChannels();
  if (state.channel === 'phone') { drawPhone(); look(); }
  if (state.channel === 'chat') drawChat();
}

function openChannel(channel) {
  state.channel = channel;
  remember();
  draw();
  showChannel();
}

const say = trying(async (said) => {
  const thread = openApp();
  $('phone-send').disabled = true;
  try {
    await api('/phone/' + encodeURIComponent(thread.customer) + '/send', { method: 'POST', body: { network: thread.network, via: thread.via, name: person().name, ...said } });
    await loadPhone();
    drawPhone();
  } finally {
    $('phone-send').disabled = false;
  }
});

const sendPhone = () => {
  const text = $('phone-text').value.trim();
  if (!text && state.phoneFiles.length === 0) return $('phone-text').focus();
  const media = state.phoneFiles;
  $('phone-text').value = '';
  state.phoneFiles = [];
  grow();
  drawPhoneFiles();
  say({ text, media });
  $('phone-text').focus();
};

const shutWindow = trying(async (thread) => {
  await api('/phone/' + encodeURIComponent(thread.customer) + '/window', { method: 'POST', body: { network: thread.network, via: thread.via, hoursAgo: 25 } });
});

function listenToPhone(source) {
  source.addEventListener('phone', trying(async (event) => {
    const { customer, unread } = JSON.parse(event.data);
    const before = state.unread;
    state.unread = unread;
    const who = person();
    if (![who.phone, who.messenger, who.instagram].includes(customer)) {
      if ((unread[customer] || 0) !== (before[customer] || 0)) drawPeople();
      return;
    }
    await loadPhone();
    showChannel();
  }));
  source.addEventListener('typing', (event) => {
    const { customer, network, ms } = JSON.parse(event.data);
    const key = customer + network;
    const redraw = () => { if (state.phone.length) drawPhoneHead(); };
    clearTimeout(state.typing[key]);
    delete state.typing[key];
    if (ms > 0) state.typing[key] = setTimeout(() => { delete state.typing[key]; redraw(); }, ms);
    redraw();
  });
}

for (const tab of document.querySelectorAll('[role=tab]')) {
  tab.addEventListener('click', () => openChannel(tab.dataset.channel));
  tab.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = channels[(channels.indexOf(state.channel) + step + channels.length) % channels.length];
    openChannel(next);
    $('tab-' + next).focus();
  });
}
$('phone-composer').addEventListener('submit', (event) => { event.preventDefault(); sendPhone(); });
$('phone-text').addEventListener('input', grow);
$('phone-text').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendPhone();
});
$('phone-attach').addEventListener('click', () => $('phone-file').click());
$('phone-file').addEventListener('change', (event) => {
  for (const file of event.target.files) {
    const reader = new FileReader();
    reader.onload = () => {
      state.phoneFiles.push({ filename: file.name, contentType: file.type, content: String(reader.result).split(',')[1] || '' });
      drawPhoneFiles();
    };
    reader.readAsDataURL(file);
  }
  event.target.value = '';
});
$('chat-signed').addEventListener('click', () => { signedIn = true; drawChat(); });
$('chat-visitor').addEventListener('click', () => { signedIn = false; drawChat(); });
document.addEventListener('visibilitychange', () => look());
`;
