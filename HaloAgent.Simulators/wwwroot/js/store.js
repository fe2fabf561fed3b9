// What the page knows. The server is the truth; here is only what is on show, and how this browser has arranged it.
import { api } from './api.js';

const kept = 'halo-phones';
const mostPhones = 4;

export const keyOf = (customer, shop) => `${customer} ${shop}`;

class Store extends EventTarget {
  customers = [];
  shops = [];
  strangers = [];
  /** Phones on the table, in their places; `recent` says which were touched last. */
  places = [];
  recent = [];
  shopOf = {};
  drafts = {};
  #isNew = true;
  #refreshing = null;

  constructor() {
    super();
    try {
      const { places, recent, shopOf, drafts } = JSON.parse(localStorage.getItem(kept)) ?? {};
      Object.assign(this, { places: places ?? [], recent: recent ?? [], shopOf: shopOf ?? {}, drafts: drafts ?? {} });
    } catch {
      // A browser that keeps nothing still works.
    }
  }

  async refresh() {
    const { customers, shops, strangers } = await api.state();
    Object.assign(this, { customers, shops, strangers });
    const known = new Set(customers.map(customer => customer.address));
    this.places = this.places.filter(address => known.has(address));
    this.recent = this.recent.filter(address => known.has(address));
    if (this.#isNew && this.places.length === 0) this.places = customers.slice(0, 3).map(customer => customer.address);
    this.#isNew = false;
    for (const address of this.places) if (!this.recent.includes(address)) this.recent.push(address);
    this.tell('people');
  }

  /** Many changes, one question. */
  refreshSoon() {
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = null;
      this.refresh().catch(() => {});
    }, 150);
  }

  customer(address) {
    return this.customers.find(one => one.address === address);
  }

  shop(address) {
    return this.shops.find(one => one.address === address) ?? { address, name: address.replace('whatsapp:', '') };
  }

  unread(address) {
    return this.customer(address)?.threads.reduce((sum, thread) => sum + thread.unread, 0) ?? 0;
  }

  /** The shop this phone is writing to: the one chosen here, else the one with the latest message, else the first. */
  shopFor(address) {
    const latest = this.customer(address)?.threads.toSorted((a, b) => b.lastAt.localeCompare(a.lastAt))[0]?.shop;
    return this.shopOf[address] ?? latest ?? this.shops[0]?.address;
  }

  choose(address, shop) {
    this.shopOf[address] = shop;
    this.keep();
    this.tell('people');
  }

  /** Puts a phone on the table, in place of the one that was touched longest ago when there is no room. */
  open(address, room) {
    this.recent = [address, ...this.recent.filter(one => one !== address)];
    if (!this.visible(room).includes(address)) {
      const hidden = this.places.indexOf(address);
      if (hidden >= 0) this.places.splice(hidden, 1);
      this.places.push(address);
      if (this.places.length > mostPhones) {
        const longestAgo = this.recent.findLast(one => this.places.includes(one));
        this.places = this.places.filter(one => one !== longestAgo);
      }
    }
    this.keep();
    this.tell('people');
  }

  close(address) {
    this.places = this.places.filter(one => one !== address);
    this.recent = this.recent.filter(one => one !== address);
    this.keep();
    this.tell('people');
  }

  touch(address) {
    if (this.recent[0] === address) return;
    this.recent = [address, ...this.recent.filter(one => one !== address)];
    this.keep();
  }

  visible(room) {
    const chosen = new Set(this.recent.filter(address => this.places.includes(address)).slice(0, room));
    return this.places.filter(address => chosen.has(address));
  }

  keepDraft(key, text) {
    if (text) this.drafts[key] = text;
    else delete this.drafts[key];
    this.keep();
  }

  keep() {
    try {
      const { places, recent, shopOf, drafts } = this;
      localStorage.setItem(kept, JSON.stringify({ places, recent, shopOf, drafts }));
    } catch {
      // See above.
    }
  }

  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}

export const store = new Store();
