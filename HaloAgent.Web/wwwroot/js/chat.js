// The visitor's chat on a shop's page. What is written appears at once and is marked until the server has it; a lost line is
// opened again, and what was missed is fetched by the id of the last message seen, so that nothing is shown twice or lost.
const box = document.querySelector('[data-chat]');
const base = box.dataset.chat;
const log = box.querySelector('[data-chat-log]');
const line = box.querySelector('[data-chat-line]');
const form = box.querySelector('[data-chat-form]');
const field = form.querySelector('textarea');
const floating = document.querySelector('.chat-button');
const seen = new Map();
let last = '';
let stream = null;
let retry = 0;
let opener = null;

const uuid = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) =>
  (+c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+c / 4)))).toString(16));
// As the shop's own messages and its dashboard write it, wherever the browser comes from.
const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const element = (name, className, ...content) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...content);
  return node;
};

// An amount stays in one piece.
const amounts = (text) => text.split(/(-?₦\d[\d,]*(?:\.\d+)?)/).filter(Boolean).map((part) => (/^-?₦\d/.test(part) ? element('span', 'amount', part) : part));

// *bold* and addresses of this site only; everything else is text.
const inline = (text) => text.split(/(\*[^*\n]+\*)/).filter(Boolean).flatMap((part) =>
  (/^\*[^*\n]+\*$/.test(part) ? [element('b', '', ...amounts(part.slice(1, -1)))] : amounts(part)));

// A line of a sum, "2 × Jollof rice    ₦7,000": spaces stand between, as WhatsApp can do no better. Here the amount keeps to the right.
const sumLine = /^(\S.*?) {2,}(\*?-?₦[\d,.]+\*?)$/;

const words = (text) => {
  const fragment = document.createDocumentFragment();
  let ended = true;
  text.split('\n').forEach((line) => {
    const sum = sumLine.exec(line);
    if (!ended) fragment.append('\n');
    if (sum) fragment.append(element('span', 'sum', element('span', '', ...inline(sum[1])), ' ', element('span', 'amount', ...inline(sum[2]))));
    else fragment.append(...inline(line));
    // It is a box of its own: no break is wanted after it.
    ended = sum !== null;
  });
  return fragment;
};

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;
const toEnd = () => { log.scrollTop = log.scrollHeight; };

const bubble = (author, text, at) => {
  const item = document.createElement('div');
  item.className = author === 'visitor' ? 'them' : author === 'owner' ? 'us person' : 'us';
  const who = document.createElement('span');
  who.className = 'unseen';
  who.textContent = author === 'visitor' ? 'You: ' : author === 'owner' ? `${box.dataset.shop} (a person): ` : `${box.dataset.shop}: `;
  const body = document.createElement('span');
  body.className = 'text';
  body.append(words(text));
  const note = document.createElement('span');
  note.className = 'note';
  note.textContent = at ? clock(at) : 'Sending…';
  item.append(who, body, note);
  return item;
};

const imageOf = (url) => {
  const match = /^(?:https?:\/\/[^/]+)?\/api\/public\/images\/([0-9a-f-]{36})/i.exec(url ?? '');
  return match ? `/images/${match[1]}?w=480` : null;
};

const show = (message) => {
  const known = seen.get(message.id) ?? (message.clientId && seen.get(message.clientId));
  const pinned = atEnd();
  const item = bubble(message.author, message.text, message.at);
  const picture = imageOf(message.imageUrl);
  if (picture) {
    const image = document.createElement('img');
    Object.assign(image, { src: picture, alt: '', loading: 'lazy', width: 240, height: 180 });
    item.prepend(image);
  }
  // What is on its way stays at the foot; stored, it takes its place in the order that the shop sees as well.
  if (seen.has(message.id)) known.replaceWith(item);
  else {
    known?.remove();
    log.insertBefore(item, log.querySelector('.sending'));
  }
  seen.set(message.id, item);
  if (message.clientId) seen.set(message.clientId, item);
  last = message.id;
  box.querySelector('.chat-hello')?.remove();
  if (pinned || message.author === 'visitor') toEnd();
};

const catchUp = async () => {
  const answer = await fetch(`${base}/messages${last ? `?after=${encodeURIComponent(last)}` : ''}`, { headers: { accept: 'application/json' } });
  // Asking again helps against trouble on the way. A key that is refused will be again: the next message brings a new one.
  if (answer.status === 429 || answer.status >= 500) throw new Error(`status ${answer.status}`);
  if (answer.ok) (await answer.json()).forEach(show);
};

const listen = async () => {
  stream?.close();
  stream = null;
  try {
    await catchUp();
  } catch {
    return again();
  }
  // A visitor without a cookie has no line yet: it is opened after the first message.
  if (hasWritten()) connect(); else line.hidden = true;
};

const connect = () => {
  stream?.close();
  const events = new EventSource(`${base}/stream`);
  stream = events;
  events.onopen = async () => {
    retry = 0;
    line.hidden = true;
    // What came between the first look and the open line.
    await catchUp().catch(() => {});
  };
  events.addEventListener('message', (event) => show(JSON.parse(event.data)));
  events.onerror = () => {
    events.close();
    if (stream === events) again();
  };
};

const again = () => {
  stream = null;
  line.hidden = false;
  retry = Math.min(retry + 1, 6);
  setTimeout(listen, Math.min(250 * 2 ** retry, 10000));
};
const hasWritten = () => seen.size > 0;

const send = async (text, clientId = uuid()) => {
  const item = bubble('visitor', text, null);
  item.classList.add('sending');
  const before = seen.get(clientId);
  if (before) before.replaceWith(item); else log.append(item);
  seen.set(clientId, item);
  box.querySelector('.chat-hello')?.remove();
  toEnd();
  try {
    const answer = await fetch(`${base}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientId, text }) });
    if (!answer.ok) throw new Error(String(answer.status));
    if (seen.get(clientId) === item) item.querySelector('.note').textContent = 'Sent';
    if (!stream) await listen();
  } catch (problem) {
    if (seen.get(clientId) !== item) return;
    item.classList.add('failed');
    const note = item.querySelector('.note');
    note.textContent = problem.message === '429' ? 'Not sent: a little too fast. ' : 'Not sent. ';
    const retryButton = document.createElement('button');
    retryButton.type = 'button';
    retryButton.textContent = 'Try again';
    retryButton.addEventListener('click', () => send(text, clientId));
    note.append(retryButton);
  }
};

const open = (text) => {
  opener = document.activeElement;
  box.hidden = false;
  floating.hidden = true;
  document.documentElement.classList.add('chatting');
  if (text) field.value = text;
  field.focus();
  if (!stream) listen();
  if (!hasWritten() && !box.querySelector('.chat-hello')) {
    const hello = document.createElement('div');
    hello.className = 'chat-hello';
    hello.textContent = `Type what you'd like, for example “what do you have?”. ${box.dataset.shop} will reply here.`;
    log.append(hello);
  }
  toEnd();
};

const close = () => {
  box.hidden = true;
  floating.hidden = false;
  document.documentElement.classList.remove('chatting');
  (opener ?? floating).focus();
};

const fit = () => { field.style.height = 'auto'; field.style.height = `${Math.min(field.scrollHeight, 140)}px`; };

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-chat-open], [data-chat-ask], [data-chat-close]');
  if (!target) return;
  event.preventDefault();
  if (target.matches('[data-chat-close]')) close(); else open(target.dataset.chatAsk);
});
box.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
field.addEventListener('input', fit);
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(hover: hover)').matches) {
    event.preventDefault();
    form.requestSubmit();
  }
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  field.value = '';
  fit();
  send(text);
});
addEventListener('online', () => { if (!box.hidden && hasWritten()) listen(); });
floating.hidden = false;
if (location.hash === '#chat') open();
