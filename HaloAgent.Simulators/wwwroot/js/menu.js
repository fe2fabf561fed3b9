// One small menu at a time, beside the button that opened it.
import { el, icon } from './dom.js';

let open = null;

/** entries: { icon, label, detail, chosen, danger, run } or null for a line. */
export function toggleMenu(button, entries, side = 'below') {
  const wasMine = open?.button === button;
  closeMenu();
  if (wasMine) return;

  const items = entries.filter(entry => entry !== false).map(entry => entry === null
    ? el('hr')
    : el('button', {
      type: 'button',
      role: 'menuitem',
      class: entry.danger ? 'danger' : undefined,
      onclick: () => {
        closeMenu(true);
        entry.run();
      },
    }, entry.icon && icon(entry.icon), el('span', {}, entry.label, entry.detail && el('small', {}, entry.detail)), entry.chosen && chosenMark()));
  const menu = el('div.menu', { role: 'menu', onkeydown: walk }, ...items);
  document.querySelector('main').append(menu);
  place(menu, button.getBoundingClientRect(), side);
  button.setAttribute('aria-expanded', 'true');
  open = { menu, button };
  menu.querySelector('button')?.focus({ preventScroll: true });
}

export function closeMenu(back = false) {
  if (!open) return;
  open.menu.remove();
  open.button.removeAttribute('aria-expanded');
  if (back) open.button.focus({ preventScroll: true });
  open = null;
}

function chosenMark() {
  const mark = icon('check', 'chosen');
  mark.classList.add('chosen');
  return mark;
}

function place(menu, near, side) {
  menu.style.position = 'fixed';
  const { width, height } = menu.getBoundingClientRect();
  const fitsBelow = near.bottom + height + 8 < innerHeight;
  const top = side === 'above' || !fitsBelow ? near.top - height - 6 : near.bottom + 6;
  menu.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
  menu.style.left = `${Math.max(8, Math.min(near.left, innerWidth - width - 8))}px`;
}

function walk(event) {
  const buttons = [...open.menu.querySelectorAll('button')];
  const here = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    buttons.at(to % buttons.length).focus();
  } else if (event.key === 'Tab') {
    closeMenu();
  }
}

addEventListener('keydown', event => {
  if (event.key === 'Escape' && open) {
    event.stopPropagation();
    closeMenu(true);
  }
}, true);
addEventListener('pointerdown', event => {
  if (open && !open.menu.contains(event.target) && !open.button.contains(event.target)) closeMenu();
}, true);
addEventListener('resize', () => closeMenu());
