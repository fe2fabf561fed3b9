// The keyboard, without a round trip: j/k walk the list, Enter opens, a approves, r rejects, / searches, ? shows the keys.
// Elements say what they are for: data-item (a row), data-key="a" (a button), data-search, data-keys-help.
(() => {
  const typing = (target) => target.closest('input, textarea, select, [contenteditable=true]');
  const visible = (element) => element.offsetParent !== null;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(visible);

  const walk = (step) => {
    const items = all('[data-item]');
    if (items.length === 0) return false;
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(items.length - 1, Math.max(0, here < 0 ? 0 : here + step))];
    const target = next.matches('a, button, [tabindex]') ? next : next.querySelector('a, [tabindex], button') ?? next;
    target.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };

  // In a row the row's own button; else one of the page, but never that of another row: a chat that was opened from the
  // list keeps the focus in the list, and a payment that is decided must not approve its neighbour.
  const press = (key) => {
    const item = document.activeElement?.closest('[data-item]');
    const buttons = all(`[data-key="${key}"]`);
    const button = item ? buttons.find((it) => item.contains(it)) ?? buttons.find((it) => !it.closest('[data-item]')) : buttons[0];
    if (!button || button.disabled) return false;
    button.click();
    return true;
  };

  const focus = (selector) => {
    const field = all(selector)[0];
    if (!field) return false;
    (field.matches('input') ? field : field.querySelector('input') ?? field).focus();
    return true;
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === 'Enter' && !event.shiftKey && target.matches('textarea[data-send-on-enter]') && matchMedia('(hover: hover)').matches) {
      event.preventDefault();
      target.form?.requestSubmit();
      return;
    }
    if (event.key === 'Escape' && !document.querySelector('.mud-dialog') && document.querySelector('[data-escape]')) { document.querySelector('[data-escape]').click(); return; }
    if (event.key === 'Escape' && target.matches('[data-search], [data-search] *')) { target.blur(); return; }
    if (typing(target) || document.querySelector('.mud-dialog')) return;
    const done =
      event.key === 'j' ? walk(1)
      : event.key === 'k' ? walk(-1)
      : event.key === 'a' || event.key === 'r' || event.key === 't' ? press(event.key)
      : event.key === '/' ? focus('[data-search]')
      : event.key === '?' ? (all('[data-keys-help]')[0]?.click(), true)
      : false;
    if (done) event.preventDefault();
  });

  // The part of the address after # names a row that was not there yet when the page came.
  window.haloReveal = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: 'start' });

  // A turn may have said several messages: back to the very link that was used, and without one (the page was opened so) to the last.
  let asked = null;
  window.haloBackToWhy = (turn) => {
    const links = all(`a[data-why="${turn}"]`);
    (links.find((link) => link === asked) ?? links.at(-1))?.focus();
  };

  // A box that grows with its text, as far as the style sheet lets it. What was put in is shown to its end.
  const fit = (box) => {
    if (CSS.supports('field-sizing', 'content')) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  };
  window.haloFit = (box, toEnd) => {
    if (!box) return;
    fit(box);
    if (toEnd) box.scrollTop = box.scrollHeight;
  };
  document.addEventListener('input', (event) => { if (event.target instanceof Element && event.target.matches('textarea[data-grows]')) fit(event.target); });

  document.addEventListener('click', (event) => {
    asked = (event.target instanceof Element && event.target.closest('a[data-why]')) || asked;
    if (event.target instanceof Element && event.target.closest('[data-reload]')) location.reload();
  });
})();
