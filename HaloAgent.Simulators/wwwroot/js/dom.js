// Elements are made, never parsed: what customers and shops write can only ever become text.

/** el('button.round', { type: 'button', onclick }, children…) */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key in node && typeof value !== 'string') node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

const svg = 'http://www.w3.org/2000/svg';

export function icon(name, title) {
  const node = document.createElementNS(svg, 'svg');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  node.append(use);
  if (title) {
    node.setAttribute('role', 'img');
    node.setAttribute('aria-label', title);
  } else {
    node.setAttribute('aria-hidden', 'true');
  }
  return node;
}

export function iconButton(name, label, onclick, attributes = {}) {
  return el('button.round', { type: 'button', 'aria-label': label, title: label, onclick, ...attributes }, icon(name));
}

export function toast(text) {
  const note = el('p.toast', {}, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
}
