// Where the customer writes. What was written is kept until the simulator has it.
import { api } from './api.js';
import { askPlace } from './dialogs.js';
import { el, icon, iconButton, toast } from './dom.js';
import { toggleMenu } from './menu.js';
import { askReceipt } from './receipt.js';
import { keyOf, store } from './store.js';
import { sizeOf, summaryOf } from './words.js';

export class Composer {
  #reply = null;
  #file = null;

  constructor(customer, shop, thread, acts) {
    Object.assign(this, { customer, shop, thread, acts });
    this.key = keyOf(customer.address, shop.address);
    this.pending = el('div.pending', { hidden: true });
    this.text = el('textarea', {
      rows: 1, placeholder: 'Message', 'aria-label': `Message from ${customer.name} to ${shop.name}`, autocomplete: 'off', enterkeyhint: 'send',
      oninput: () => this.#changed(), onkeydown: event => this.#pressed(event), onpaste: event => this.#pasted(event), onfocus: () => store.touch(customer.address),
    });
    this.text.value = store.drafts[this.key] ?? '';
    this.sendButton = el('button.round.send', { type: 'submit', 'aria-label': 'Send', title: 'Send (Enter)' }, icon('send'));
    this.node = el('form.composer', { onsubmit: event => { event.preventDefault(); this.#send(); } },
      this.pending,
      iconButton('plus', 'Attach', event => this.#attach(event.currentTarget), { 'aria-haspopup': 'menu' }),
      this.text,
      this.sendButton);
    this.#changed();
  }

  focus() {
    this.text.focus();
  }

  replyTo(message) {
    this.#reply = message;
    this.#drawPending();
    this.focus();
  }

  /** Writes a text that was offered, as if it had been typed. */
  say(text) {
    this.#post({ body: text });
  }

  tap(message, choice) {
    this.#post(choice.inList
      ? { listId: choice.id, listTitle: choice.title, listDescription: choice.description, repliedSid: message.sid }
      : { buttonPayload: choice.id, buttonText: choice.title, repliedSid: message.sid });
  }

  takeFile(blob, name) {
    if (this.#file) URL.revokeObjectURL(this.#file.address);
    this.#file = { blob, name, address: URL.createObjectURL(blob) };
    this.#drawPending();
    this.focus();
  }

  #changed() {
    store.keepDraft(this.key, this.text.value);
    this.sendButton.disabled = !this.text.value.trim() && !this.#file;
    if (!CSS.supports('field-sizing', 'content')) {
      this.text.style.height = 'auto';
      this.text.style.height = `${this.text.scrollHeight + 2}px`;
    }
  }

  #pressed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && (this.#reply || this.#file)) {
      this.#clearPending();
    } else if (event.key === 'ArrowUp' && !this.text.value) {
      event.preventDefault();
      this.thread.focusLast();
    }
  }

  #pasted(event) {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    this.takeFile(file, file.name);
  }

  async #send() {
    const body = this.text.value.trim();
    const [reply, file] = [this.#reply, this.#file];
    if (!body && !file) return;
    const upload = file && (file.uploaded ??= api.upload(file.blob, file.name));
    try {
      const media = upload ? [{ id: (await upload).id, fileName: file.name }] : undefined;
      this.text.value = '';
      this.#clearPending();
      await this.#post({ body, media, repliedSid: reply?.sid }, true);
    } catch (problem) {
      if (file) file.uploaded = null;
      this.text.value ||= body;
      this.#reply ??= reply;
      if (file && !this.#file) this.#file = { ...file, address: URL.createObjectURL(file.blob) };
      this.#drawPending();
      toast(problem.message);
    }
  }

  async #post(message, passOn = false) {
    try {
      await api.write({ from: this.customer.address, to: this.shop.address, profileName: this.customer.name, ...message });
    } catch (problem) {
      if (passOn) throw problem;
      toast(problem.message);
    }
  }

  #clearPending() {
    if (this.#file) URL.revokeObjectURL(this.#file.address);
    this.#reply = this.#file = null;
    this.#drawPending();
  }

  #drawPending() {
    const parts = [];
    if (this.#file) {
      const { blob, name, address } = this.#file;
      parts.push(blob.type.startsWith('image/')
        ? el('img', { src: address, alt: name })
        : el('div.card', {}, icon(blob.type.startsWith('audio/') ? 'voice' : 'document'), el('span', {}, el('strong', {}, name), el('small', {}, sizeOf(blob.size)))));
    }
    if (this.#reply) {
      parts.push(el('div.quote', {}, el('strong', {}, this.#reply.inbound ? 'You' : this.shop.name), el('span', {}, summaryOf(this.#reply))));
    } else if (this.#file?.blob.type.startsWith('image/')) {
      parts.push(el('div.quote', {}, el('strong', {}, this.#file.name), el('span', {}, `${sizeOf(this.#file.blob.size)} · write a caption, or just send`)));
    }
    this.pending.replaceChildren(...parts, iconButton('close', 'Leave it out', () => { this.#clearPending(); this.focus(); }));
    this.pending.hidden = parts.length === 0;
    this.#changed();
  }

  #attach(button) {
    const pick = accept => {
      const input = el('input', { type: 'file', accept });
      input.addEventListener('change', () => input.files[0] && this.takeFile(input.files[0], input.files[0].name));
      input.click();
    };
    toggleMenu(button, [
      { icon: 'receipt', label: 'Payment receipt', detail: 'Draws a sample one', run: () => this.#receipt() },
      { icon: 'picture', label: 'Picture', run: () => pick('image/*') },
      { icon: 'document', label: 'Document', run: () => pick('application/pdf,.doc,.docx,.xls,.xlsx,text/plain') },
      { icon: 'voice', label: 'Voice note', detail: 'An audio file', run: () => pick('audio/*') },
      { icon: 'place', label: 'Location', run: () => this.#place() },
    ], 'above');
  }

  async #receipt() {
    const asked = this.thread.latestFromShop(message => /₦/.test(message.body) && /\bref/i.test(message.body));
    const picture = await askReceipt({ asked: asked?.body, payer: this.customer.name, payee: this.shop.name });
    if (picture) this.takeFile(picture, 'receipt.png');
  }

  async #place() {
    const location = await askPlace();
    if (location) this.#post({ location });
  }
}
