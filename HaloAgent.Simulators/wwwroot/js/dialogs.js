// Small questions, each in a native dialog: Escape and the close button leave everything as it was.
import { api } from './api.js';
import { el, iconButton, toast } from './dom.js';
import { store } from './store.js';
import { exactTimeOf, isHidden, numberOf, preciseTimeOf } from './words.js';

/** Opens a dialog; `build(close)` gives its content, `close(value)` answers it. */
export function ask(css, label, build) {
  return new Promise(answer => {
    const close = value => {
      answer(value);
      dialog.close();
    };
    const dialog = el('dialog', { class: css, 'aria-label': label, onclose: () => { answer(undefined); dialog.remove(); }, onclick: event => event.target === dialog && close() });
    dialog.append(...build(close), iconButton('close', 'Close', () => close(), { class: 'round dismiss' }));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function field(label, attributes, hint) {
  const input = el('input', attributes);
  const note = el('small', {}, hint ?? '');
  const node = el('label.field', {}, label, input, note);
  return {
    node,
    input,
    complain(why) {
      note.textContent = why ?? hint ?? '';
      note.classList.toggle('wrong', Boolean(why));
      input.setAttribute('aria-invalid', why ? 'true' : 'false');
      if (why) input.focus();
    },
  };
}

/** A form whose fields are checked by the server: `save` is called with the values, and its complaints go to the fields. */
function form(title, words, fields, button, save, close, more = []) {
  return [el('form', {
    novalidate: true,
    onsubmit: async event => {
      event.preventDefault();
      for (const one of Object.values(fields)) one.complain();
      try {
        close(await save(Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.input.value]))));
      } catch (problem) {
        const [name] = Object.keys(problem.fields ?? {});
        if (fields[name]) fields[name].complain(problem.message);
        else toast(problem.message);
      }
    },
  }, el('h2', {}, title), words && el('p', {}, words), ...Object.values(fields).map(one => one.node), ...more,
  el('div.actions', {}, el('button.button.main', { type: 'submit' }, button)))];
}

export function askCustomer() {
  const fields = {
    name: field('Name', { name: 'name', autocomplete: 'off', required: true, maxlength: 60 }),
    number: field('WhatsApp number', { name: 'number', type: 'tel', autocomplete: 'off', placeholder: '0803 000 0105' }, 'Leave it empty for someone who hides the number.'),
  };
  const strangers = store.strangers.length === 0 ? [] : [
    el('p', {}, 'Wrote or were written to lately:'),
    el('div.offers', {}, ...store.strangers.map(address => el('button', {
      type: 'button',
      onclick: () => {
        fields.number.input.value = address.replace('whatsapp:', '');
        fields.name.input.value ||= isHidden(address) ? 'Number hidden' : numberOf(address);
        fields.name.input.select();
      },
    }, isHidden(address) ? address.replace('whatsapp:', '') : numberOf(address)))),
  ];
  return ask('', 'Add a customer', close => form('Add a customer', null, fields, 'Add', ({ name, number }) => api.addCustomer(name, number), close, strangers));
}

export function askShop() {
  const fields = {
    name: field('Shop', { name: 'name', autocomplete: 'off', required: true, maxlength: 60 }),
    number: field('WhatsApp number', { name: 'number', type: 'tel', autocomplete: 'off', placeholder: '+1 415 523 8888' }),
  };
  return ask('', 'Write to another shop', close => form('Write to another shop', 'The number must belong to a shop of this HaloAgent, or nobody will answer.', fields, 'Write', ({ name, number }) => api.addShop(name, number), close));
}

const places = [
  ['12 Adeniyi Jones, Ikeja', 6.6018, 3.3515],
  ['14 Opebi Road, Ikeja', 6.5921, 3.3571],
  ['Herbert Macaulay Way, Yaba', 6.5095, 3.3711],
  ['Admiralty Way, Lekki', 6.4478, 3.4723],
  ['Aminu Kano Crescent, Wuse 2, Abuja', 9.0765, 7.4720],
  ['Ahmadu Bello Way, Kaduna', 10.5222, 7.4383],
];

export function askPlace() {
  return ask('', 'Send a location', close => {
    const north = field('Latitude', { inputmode: 'decimal', value: '6.5244' });
    const east = field('Longitude', { inputmode: 'decimal', value: '3.3792' });
    return [el('form', {
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        const [latitude, longitude] = [Number(north.input.value), Number(east.input.value)];
        if (!(Math.abs(latitude) <= 90) || !north.input.value) north.complain('Between -90 and 90.');
        else if (!(Math.abs(longitude) <= 180) || !east.input.value) east.complain('Between -180 and 180.');
        else close({ latitude, longitude });
      },
    }, el('h2', {}, 'Send a location'),
    el('div.offers', {}, ...places.map(([address, latitude, longitude]) => el('button', { type: 'button', onclick: () => close({ latitude, longitude, address }) }, address))),
    el('p', {}, 'Or a bare point, without an address:'),
    el('div.pair', {}, north.node, east.node),
    el('div.actions', {}, el('button.button.main', { type: 'submit' }, 'Send')))];
  });
}

export function showPicture(address, words) {
  return ask('picture-dialog', words, () => [el('img', { src: address, alt: words })]);
}

/** What the simulator knows of a message: for whoever looks for the reason. */
export function showDetails(message) {
  const facts = {
    Message: message.sid,
    At: exactTimeOf(message.at),
    From: message.inbound ? message.customer : message.shop,
    To: message.inbound ? message.shop : message.customer,
    Status: message.inbound ? `webhook ${message.webhook}` : message.status,
    ...(message.errorCode && { Error: `${message.errorCode} ${message.errorMessage}` }),
    ...(message.repliedSid && { Answers: message.repliedSid }),
  };
  return ask('', 'Details of the message', () => [el('div.body', {},
    el('h2', {}, 'Details'),
    el('dl.facts', {}, ...Object.entries(facts).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    el('ol.steps', {}, ...message.steps.map(step => el('li', {},
      el('time', { datetime: step.at }, preciseTimeOf(step.at)),
      el('span', { class: step.problem ? 'wrong' : undefined }, describe(step))))))]);
}

function describe(step) {
  const what = step.what === 'webhook' ? 'Posted to the webhook' : step.what;
  if (step.answer === null) return what;
  return `${what} · ${step.problem ?? `answered ${step.answer}`}`;
}
