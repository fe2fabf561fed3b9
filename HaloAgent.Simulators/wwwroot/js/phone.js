// One phone on the table: whose it is, the shop it writes to, the messages, and the place to write.
import { api } from './api.js';
import { Composer } from './composer.js';
import { askShop, showDetails } from './dialogs.js';
import { el, icon, iconButton, toast } from './dom.js';
import { toggleMenu } from './menu.js';
import { store } from './store.js';
import { Thread } from './thread.js';
import { firstNameOf, numberOf } from './words.js';

const greetings = ['Good morning', 'What do you have?', '2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja'];

export class Phone {
  constructor(customer) {
    this.customer = customer;
    this.node = el('section.phone', { 'aria-label': `${customer.name}’s phone` });
    this.owner = el('div.owner', {}, el('strong', {}, customer.name), el('span', {}, numberOf(customer.address)),
      iconButton('close', `Put ${firstNameOf(customer.name)}’s phone away`, () => store.close(customer.address)));
    this.show(store.shopFor(customer.address));
  }

  /** Opens the conversation with a shop. */
  show(address) {
    if (this.shop?.address === address) return;
    this.thread?.close();
    this.shop = store.shop(address);
    this.line = el('span.shop-line', {}, numberOf(address));
    const choice = el('button.shop-choice', { type: 'button', 'aria-haspopup': 'menu', title: 'Choose the shop to write to', onclick: event => this.#chooseShop(event.currentTarget) },
      el('span.avatar', {}, icon('shop')),
      el('span.shop-text', {}, el('span.shop-name', {}, el('span', {}, this.shop.name), icon('down')), this.line));
    this.thread = new Thread(this.customer.address, address, {
      shopName: () => this.shop.name,
      start: () => this.#start(),
      typing: on => { this.line.textContent = on ? 'typing…' : numberOf(address); },
      menu: (button, message) => this.#messageMenu(button, message),
      reply: message => this.composer.replyTo(message),
      tap: (message, option) => this.composer.tap(message, option),
      again: message => this.#again(message),
      write: () => this.composer.focus(),
    });
    this.composer = new Composer(this.customer, this.shop, this.thread);
    this.node.replaceChildren(this.owner, el('div.shop', {}, choice,
      iconButton('more', 'More', event => this.#phoneMenu(event.currentTarget), { 'aria-haspopup': 'menu' })), this.thread.node, this.composer.node);
    this.thread.load();
  }

  close() {
    this.thread.close();
    this.node.remove();
  }

  #chooseShop(button) {
    toggleMenu(button, [
      ...store.shops.map(shop => ({
        label: shop.name,
        detail: numberOf(shop.address),
        chosen: shop.address === this.shop.address,
        run: () => store.choose(this.customer.address, shop.address),
      })),
      null,
      {
        icon: 'plus',
        label: 'Another number…',
        run: async () => {
          const shop = await askShop();
          if (!shop) return;
          await store.refresh();
          store.choose(this.customer.address, shop.address);
        },
      },
    ]);
  }

  #phoneMenu(button) {
    toggleMenu(button, [
      { icon: 'close', label: 'Put this phone away', run: () => store.close(this.customer.address) },
      { icon: 'remove', label: `Remove ${firstNameOf(this.customer.name)}`, detail: 'From the phone book; messages stay', danger: true, run: () => api.removeCustomer(this.customer.address).catch(problem => toast(problem.message)) },
    ]);
  }

  #messageMenu(button, message) {
    toggleMenu(button, [
      { icon: 'reply', label: 'Reply', run: () => this.composer.replyTo(message) },
      message.body && { icon: 'copy', label: 'Copy', run: () => navigator.clipboard?.writeText(message.body) },
      message.inbound && { icon: 'again', label: 'Send again', detail: 'The same message once more, as a provider’s repeat', run: () => this.#again(message) },
      { icon: 'info', label: 'Details', run: () => showDetails(message) },
    ].filter(Boolean));
  }

  #again(message) {
    api.writeAgain(message.sid).catch(problem => toast(problem.message));
  }

  #start() {
    return el('div.start', {}, el('h2', {}, this.shop.name), el('p', {}, `Nothing here yet. ${firstNameOf(this.customer.name)} could begin with`),
      el('ul', {}, ...greetings.map(text => el('li', {}, el('button', { type: 'button', onclick: () => this.composer.say(text) }, text)))));
  }
}
