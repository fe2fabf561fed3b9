// The messages between one customer and one shop: kept in order, scrolled, marked as read when they are seen.
import { api } from './api.js';
import { Bubble } from './bubble.js';
import { el, icon, toast } from './dom.js';
import { dayOf, isSameDay } from './words.js';

const pageSize = 100;
const typingLasts = 25_000;
const near = 80;

export class Thread {
  #messages = [];
  #bubbles = new Map();
  #seen = new Set();
  #sendingSeen = null;
  #missed = 0;
  #arrived = null;
  #follow = true;

  constructor(customer, shop, acts) {
    Object.assign(this, { customer, shop });
    this.acts = { ...acts, find: sid => this.#messages.find(message => message.sid === sid), goTo: sid => this.goTo(sid), grew: () => this.#follow && this.#toEnd() };
    this.list = el('div.thread', { role: 'log', 'aria-label': 'Messages', 'aria-live': 'off', tabindex: '-1', onscroll: () => this.#scrolled(), onkeydown: event => this.#walk(event) });
    this.typing = el('div.typing', { 'aria-label': 'Typing', role: 'status', hidden: true }, el('i'), el('i'), el('i'));
    this.jump = el('button.jump', { type: 'button', 'aria-label': 'To the latest message', hidden: true, onclick: () => this.#toEnd(true) }, icon('down'));
    this.node = el('div.thread-frame', {}, this.list, this.jump);
    // The place to write grows and shrinks; what was at the end stays in sight.
    this.fit = new ResizeObserver(() => this.#follow && this.#toEnd());
    this.fit.observe(this.list);
    this.eyes = new IntersectionObserver(sightings => this.#look(sightings), { root: this.list, threshold: 0.5 });
  }

  async load() {
    // What comes by the stream while the question is under way is newer than the answer.
    const arrived = new Map();
    this.#arrived = arrived;
    let messages;
    try {
      messages = await api.messages(this.customer, this.shop);
    } catch (problem) {
      toast(problem.message);
      return;
    }
    if (this.#arrived !== arrived) return;
    this.#arrived = null;
    const answered = new Set(messages.map(message => message.sid));
    this.#messages = [...messages.map(message => arrived.get(message.sid) ?? message), ...[...arrived.values()].filter(message => !answered.has(message.sid))];
    this.#draw(messages.length === pageSize);
  }

  /** A message is new or has changed. */
  put(message) {
    if (this.#arrived) {
      this.#arrived.set(message.sid, message);
      return;
    }
    const index = this.#messages.findIndex(one => one.sid === message.sid);
    if (index >= 0) {
      this.#messages[index] = message;
      this.#bubbles.get(message.sid)?.update(message);
      return;
    }
    this.#messages.push(message);
    if (this.#messages.length === 1) this.list.replaceChildren(this.typing);
    if (!message.inbound) this.stopTyping();
    this.#append(message, this.#messages.at(-2), true);
    if (this.#follow || message.inbound) this.#toEnd(true);
    else this.#countMissed(this.#missed + 1);
  }

  remove(sid) {
    this.#messages = sid ? this.#messages.filter(message => message.sid !== sid) : [];
    this.#draw(false);
  }

  showTyping() {
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => this.stopTyping(), typingLasts);
    this.typing.hidden = false;
    this.acts.typing(true);
    if (this.#follow) this.#toEnd(true);
  }

  stopTyping() {
    clearTimeout(this.typingEnds);
    this.typing.hidden = true;
    this.acts.typing(false);
  }

  goTo(sid) {
    const node = this.#bubbles.get(sid)?.node;
    if (!node) return;
    node.scrollIntoView({ block: 'center', behavior: 'smooth' });
    node.classList.add('found');
    setTimeout(() => node.classList.remove('found'), 1300);
  }

  focusLast() {
    [...this.#bubbles.values()].at(-1)?.node.focus();
  }

  latestFromShop(isWanted) {
    return this.#messages.findLast(message => !message.inbound && isWanted(message));
  }

  close() {
    this.eyes.disconnect();
    this.fit.disconnect();
    clearTimeout(this.typingEnds);
  }

  #draw(mayHaveMore) {
    this.eyes.disconnect();
    this.#bubbles.clear();
    this.list.setAttribute('aria-live', 'off');
    this.list.replaceChildren(...(mayHaveMore ? [this.#earlier()] : []), this.typing);
    if (this.#messages.length === 0) this.list.prepend(this.acts.start());
    this.#messages.forEach((message, index) => this.#append(message, this.#messages[index - 1]));
    this.#toEnd();
    // Only what comes from now on is read aloud.
    requestAnimationFrame(() => this.list.setAttribute('aria-live', 'polite'));
  }

  #append(message, before, isNew = false) {
    if (!before || !isSameDay(before.at, message.at)) this.typing.before(el('div.day', {}, dayOf(message.at)));
    const bubble = new Bubble(message, this.acts);
    const follows = before && before.inbound === message.inbound && isSameDay(before.at, message.at) && new Date(message.at) - new Date(before.at) < 120_000;
    bubble.node.classList.toggle('follows', Boolean(follows));
    if (isNew) bubble.node.classList.add('new');
    this.#bubbles.set(message.sid, bubble);
    this.typing.before(bubble.node);
    if (!message.inbound && !message.shown) this.eyes.observe(bubble.node);
  }

  #earlier() {
    return el('button.earlier', {
      type: 'button',
      onclick: async event => {
        event.currentTarget.disabled = true;
        const height = this.list.scrollHeight;
        try {
          const earlier = await api.messages(this.customer, this.shop, this.#messages[0].sid);
          this.#messages = [...earlier, ...this.#messages];
          this.#draw(earlier.length === pageSize);
          this.list.scrollTop = this.list.scrollHeight - height;
        } catch (problem) {
          toast(problem.message);
        }
      },
    }, 'Earlier messages');
  }

  #toEnd(smooth = false) {
    this.#follow = true;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smooth ? 'smooth' : 'auto' });
    this.#countMissed(0);
  }

  #scrolled() {
    const left = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight;
    this.#follow = left < near;
    this.jump.hidden = this.#follow;
    if (this.#follow) this.#countMissed(0);
  }

  #countMissed(count) {
    this.#missed = count;
    this.jump.querySelector('.badge')?.remove();
    if (count) this.jump.append(el('span.badge', {}, String(count)));
  }

  /** Seen is what stands on a visible page, at least half of it. */
  #look(sightings) {
    for (const { target, isIntersecting } of sightings) {
      if (isIntersecting) this.#seen.add(target.dataset.sid);
      else this.#seen.delete(target.dataset.sid);
    }
    this.tellSeen();
  }

  tellSeen() {
    if (document.visibilityState !== 'visible' || this.#seen.size === 0 || this.#sendingSeen) return;
    this.#sendingSeen = setTimeout(async () => {
      // Whoever has seen a message has also seen those above it, however fast they scrolled by.
      const last = this.#messages.findLastIndex(message => this.#seen.has(message.sid));
      const sids = this.#messages.slice(0, last + 1).filter(message => !message.inbound && !message.shown).map(message => message.sid);
      this.#seen.clear();
      try {
        if (sids.length) await api.read(sids);
        for (const sid of sids) this.#read(sid);
      } catch {
        // The stream tells when the server is back; everything is looked at again then.
      }
      this.#sendingSeen = null;
      this.tellSeen();
    }, 120);
  }

  #read(sid) {
    const message = this.acts.find(sid);
    if (message) message.shown = true;
    const node = this.#bubbles.get(sid)?.node;
    if (node) this.eyes.unobserve(node);
  }

  /** From message to message by arrow, r answers, Enter opens the menu, Escape goes back to writing. */
  #walk(event) {
    const node = document.activeElement?.closest('.message');
    if (!node || event.target !== node) return;
    const nodes = [...this.list.querySelectorAll('.message')];
    const here = nodes.indexOf(node);
    const message = this.acts.find(node.dataset.sid);
    const handled = {
      ArrowUp: () => nodes[Math.max(0, here - 1)].focus(),
      ArrowDown: () => (nodes[here + 1] ? nodes[here + 1].focus() : this.acts.write()),
      Escape: () => this.acts.write(),
      Enter: () => this.acts.menu(node.querySelector('.handle'), message),
      r: () => this.acts.reply(message),
    }[event.key];
    if (!handled || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    handled();
  }
}
