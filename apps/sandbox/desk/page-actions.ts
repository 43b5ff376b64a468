/** What the page does: chooses a person, sends, listens. Runs in the browser, after the views. */
export const actionsJs = String.raw`
async function loadPeople() {
  const { people, boxes, support, unread } = await api('/desk/people');
  state.unread = unread;
  const guests = state.people.filter((one) => one.guest);
  state.people = [...people, ...(await Promise.all(guests.map((one) => guest(one.email))))];
  state.boxes = boxes;
  state.support = support;
}
const guest = async (address) => ({ ...(await api('/desk/people/' + encodeURIComponent(address))), guest: true });

async function loadMails() {
  const address = state.address;
  const mails = await api('/mail/' + encodeURIComponent(address) + '?folder=all');
  if (address === state.address) state.mails = mails;
}

const choose = trying(async (address) => {
  if (!state.people.some((one) => one.email === address)) state.people.push(await guest(address));
  state.address = address;
  state.thread = null;
  state.mails = [];
  state.files = [];
  state.phoneFiles = [];
  state.app = null;
  remember();
  await Promise.all([loadMails(), loadPhone()]);
  const newest = threads()[0];
  state.thread = newest ? newest.last.id : null;
  $('text').value = '';
  $('subject').value = '';
  draw();
  drawPrompts();
  drawFacts();
  drawFiles();
  drawPhoneFiles();
  showChannel();
});

function compose() {
  state.thread = null;
  draw();
  $('subject').focus();
}

function fill(prompt) {
  if (!openThread()) $('subject').value = prompt.subject;
  $('text').value = prompt.text;
  $('text').focus();
}

const send = trying(async () => {
  const text = $('text').value.trim();
  if (!text) return $('text').focus();
  const group = openThread();
  const answered = group && ([...group.mails].reverse().find((mail) => mail.folder === 'received') || group.last);
  $('send').disabled = true;
  try {
    const mail = await api('/mail/' + encodeURIComponent(state.address) + '/send', {
      method: 'POST',
      body: { from: { name: person().name }, subject: group ? undefined : $('subject').value.trim() || text.slice(0, 60), text, inReplyTo: answered ? answered.id : undefined, attachments: state.files },
    });
    $('text').value = '';
    $('subject').value = '';
    state.files = [];
    state.thread = mail.id;
    await loadMails();
    draw();
    drawFiles();
  } finally {
    $('send').disabled = false;
  }
});

const advance = trying(async (number) => {
  const parcel = await api('/__control/ups/advance', { method: 'POST', body: { number } });
  await loadPeople();
  drawFacts();
  toast('The parcel is now: ' + words(parcel.scans[parcel.scans.length - 1].step).toLowerCase());
});
const fulfil = trying(async (name) => {
  await api('/__control/orders/' + encodeURIComponent(name.slice(1)) + '/fulfil', { method: 'POST', body: {} });
  await loadPeople();
  drawFacts();
  toast('A label was printed for ' + name);
});

function attach(list) {
  for (const file of list) {
    const reader = new FileReader();
    reader.onload = () => {
      state.files.push({ filename: file.name, contentType: file.type, content: String(reader.result).split(',')[1] || '' });
      drawFiles();
    };
    reader.readAsDataURL(file);
  }
}

function listen() {
  const live = $('live');
  const show = (on) => {
    live.className = 'live ' + (on ? 'on' : 'off');
    live.lastElementChild.textContent = on ? 'Live' : 'Reconnecting';
  };
  const source = new EventSource('/desk/events');
  source.onopen = trying(async () => {
    show(true);
    // What happened before the line stood was told to nobody.
    await Promise.all([loadPeople(), loadMails(), loadPhone()]);
    draw();
    showChannel();
  });
  source.onerror = () => show(false);
  source.addEventListener('mail', trying(async (event) => {
    const { address, boxes } = JSON.parse(event.data);
    state.boxes = boxes;
    if (address !== state.address) return drawPeople();
    const group = openThread();
    await loadMails();
    if (group) {
      const grown = threads().find((other) => other.ids.has(group.first.messageId));
      state.thread = grown ? grown.last.id : null;
    }
    draw();
  }));
  listenToPhone(source);
}

$('composer').addEventListener('submit', (event) => { event.preventDefault(); send(); });
$('new').addEventListener('click', compose);
$('file').addEventListener('change', (event) => { attach(event.target.files); event.target.value = ''; });
$('attach').addEventListener('click', () => $('file').click());
$('free').addEventListener('submit', (event) => {
  event.preventDefault();
  const address = $('free-address').value.trim().toLowerCase();
  $('free-address').value = '';
  choose(address);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && state.channel === 'mail') return send();
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (channels[event.key - 1]) { event.preventDefault(); return openChannel(channels[event.key - 1]); }
  if (state.channel !== 'mail') return;
  if (event.key === 'n') { event.preventDefault(); compose(); }
  if (event.key === 'r' && openThread()) { event.preventDefault(); $('text').focus(); }
});

trying(async () => {
  await loadPeople();
  const [asked, channel] = decodeURIComponent(location.hash.slice(1)).split('/');
  if (channels.includes(channel)) state.channel = channel;
  await choose(asked.includes('@') ? asked : state.people[0].email);
  listen();
})();
`;
