// Begins here: the phones on the table, and the stream that keeps them true.
import { listen } from './api.js';
import { askCustomer } from './dialogs.js';
import { el, toast } from './dom.js';
import { drawPeople } from './people.js';
import { Phone } from './phone.js';
import { store } from './store.js';

const narrowest = 340;
const gap = 16;

const table = document.getElementById('phones');
const people = document.getElementById('people');
const offline = document.getElementById('offline');
const phones = new Map();

const room = () => Math.max(1, Math.min(4, Math.floor((table.clientWidth - gap) / (narrowest + gap))));

function arrange() {
  const visible = store.visible(room());
  for (const [address, phone] of phones) {
    if (!visible.includes(address)) {
      phone.close();
      phones.delete(address);
    }
  }
  for (const address of visible) {
    if (!phones.has(address)) phones.set(address, new Phone(store.customer(address)));
    phones.get(address).show(store.shopFor(address));
  }
  // Phones stay where they are; only what moved is put back in its place, so that nothing loses its focus.
  visible.forEach((address, index) => {
    const { node } = phones.get(address);
    if (table.children[index] !== node) table.insertBefore(node, table.children[index] ?? null);
  });
  table.querySelector('.empty')?.remove();
  if (visible.length === 0) table.append(el('div.empty', {}, el('p', {}, 'No phone on the table. Choose a customer above.')));
  drawPeople(people, visible, open);
}

function open(address) {
  store.open(address, room());
  // On a touch screen the keyboard would cover what one came to read.
  if (matchMedia('(hover: hover)').matches) phones.get(address)?.composer.focus();
}

function received(message) {
  const phone = phones.get(message.customer);
  if (phone?.shop.address === message.shop) phone.thread.put(message);
  store.refreshSoon();
}

async function catchUp() {
  offline.hidden = true;
  const already = [...phones.values()];
  try {
    await store.refresh();
    for (const phone of already) phone.thread.load();
  } catch (problem) {
    toast(problem.message);
  }
}

store.addEventListener('people', arrange);
document.getElementById('add-person').addEventListener('click', async () => {
  const added = await askCustomer();
  if (!added) return;
  await store.refresh();
  open(added.address);
});
new ResizeObserver(() => store.customers.length && arrange()).observe(table);
document.addEventListener('visibilitychange', () => {
  for (const phone of phones.values()) phone.thread.tellSeen();
});

listen({
  ready: catchUp,
  resync: catchUp,
  message: received,
  accepted: received,
  typing: ({ customer, shop }) => {
    const phone = phones.get(customer);
    if (phone?.shop.address === shop) phone.thread.showTyping();
  },
  removed: ({ customer, sid }) => {
    for (const phone of phones.values()) if (!customer || phone.customer.address === customer) phone.thread.remove(sid);
    store.refreshSoon();
  },
  book: () => store.refreshSoon(),
  lost: () => { offline.hidden = false; },
});
