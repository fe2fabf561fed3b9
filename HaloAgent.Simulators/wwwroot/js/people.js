// The strip of people on top: who is there, who has unread messages, whose phone lies on the table.
import { el } from './dom.js';
import { store } from './store.js';
import { firstNameOf, initialsOf, numberOf } from './words.js';

const hues = 6;

export function drawPeople(list, visible, open) {
  const focused = document.activeElement?.dataset?.person;
  list.replaceChildren(...store.customers.map((customer, index) => {
    const unread = store.unread(customer.address);
    const shown = visible.includes(customer.address);
    return el('li', {}, el('button.person', {
      type: 'button',
      'aria-pressed': String(shown),
      title: `${customer.name} · ${numberOf(customer.address)}`,
      'data-person': customer.address,
      onclick: () => open(customer.address),
    },
    el(`span.avatar.hue-${index % hues}`, { 'aria-hidden': 'true' }, initialsOf(customer.name)),
    el('span.name', {}, firstNameOf(customer.name)),
    unread > 0 && el('span.badge', { 'aria-hidden': 'true' }, unread > 99 ? '99+' : String(unread)),
    unread > 0 && el('span.seen-by-readers', {}, `, ${unread} unread`)));
  }));
  if (focused) list.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();

  const total = store.customers.reduce((sum, customer) => sum + store.unread(customer.address), 0);
  document.title = `${total ? `(${total}) ` : ''}Phones · HaloAgent`;
}
