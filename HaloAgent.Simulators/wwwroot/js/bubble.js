// One message. Knows how it looks, not where it stands.
import { api } from './api.js';
import { showPicture } from './dialogs.js';
import { el, icon } from './dom.js';
import { textOf } from './markup.js';
import { exactTimeOf, sizeOf, summaryOf, timeOf } from './words.js';

export class Bubble {
  #drawn = '';

  /** acts: what a person can do with it: menu, reply, tap, again, find. */
  constructor(message, acts) {
    this.acts = acts;
    this.node = el('div.message', { tabindex: '-1', 'data-sid': message.sid });
    if (message.inbound) this.node.classList.add('mine');
    this.bubble = el('div.bubble');
    this.node.append(this.bubble);
    this.meta = el('div.meta');
    this.update(message);
    slideToReply(this.node, () => acts.reply(this.message));
  }

  update(message) {
    this.message = message;
    const failed = ['undelivered', 'failed'].includes(message.status);
    this.node.classList.toggle('undelivered', failed);

    // A voice note that is playing is not to be drawn again only because a tick has changed.
    const content = JSON.stringify([message.body, message.media, message.location, message.repliedSid, Boolean(this.acts.find(message.repliedSid))]);
    if (content !== this.#drawn) {
      this.#drawn = content;
      this.bubble.replaceChildren(...this.#content());
    }
    this.meta.replaceChildren(...this.#meta());
    this.#drawFoot(failed);
  }

  #content() {
    const message = this.message;
    return [
      message.forwarded && el('div.mark', {}, icon('forward'), 'Forwarded'),
      message.repliedSid && this.#quote(),
      ...message.media.map(media => this.#media(media)),
      message.location && placeCard(message.location),
      message.body && textOf(message.body),
      this.meta,
      el('button.handle', { type: 'button', tabindex: '-1', 'aria-label': 'What to do with this message', 'aria-haspopup': 'menu', onclick: event => this.acts.menu(event.currentTarget, this.message) }, icon('down')),
    ].filter(Boolean);
  }

  #quote() {
    const quoted = this.acts.find(this.message.repliedSid);
    return el('button.quote', { type: 'button', tabindex: '-1', onclick: () => this.acts.goTo(this.message.repliedSid) },
      el('strong', {}, quoted?.inbound ? 'You' : this.acts.shopName()),
      el('span', {}, quoted ? summaryOf(quoted) : 'An earlier message'));
  }

  #media(media) {
    const [kind] = media.contentType.split('/');
    const address = api.mediaUrl(media.sid);
    if (media.problem) return el('div.card', {}, icon('wrong'), el('span', {}, el('strong', {}, 'No picture'), el('small', {}, media.problem)));
    if (!media.length) return el('div.card', {}, icon('clock'), el('span', {}, el('small', {}, 'On its way…')));
    if (kind === 'image') {
      const picture = el('img', { src: address, alt: media.fileName ?? 'Picture', loading: 'lazy', onload: () => this.acts.grew() });
      return el('button.picture', { type: 'button', 'aria-label': 'Open the picture', onclick: () => showPicture(address, picture.alt) }, picture);
    }
    if (kind === 'audio') return el('audio', { controls: true, preload: 'metadata', src: address });
    if (kind === 'video') return el('video', { controls: true, preload: 'metadata', src: address });
    return el('a.card', { href: address, target: '_blank', rel: 'noopener' }, icon('document'),
      el('span', {}, el('strong', {}, media.fileName ?? 'Document'), el('small', {}, `${media.contentType.split('/').at(-1).toUpperCase()} · ${sizeOf(media.length)}`)));
  }

  #meta() {
    const message = this.message;
    const time = el('time', { datetime: message.at, title: exactTimeOf(message.at) }, timeOf(message.at));
    return message.inbound ? [time, tickOf(message)] : [time];
  }

  #drawFoot(failed) {
    this.choices?.remove();
    this.trouble?.remove();
    const message = this.message;
    if (message.choices.length) {
      this.choices = el('div.choices', {}, ...message.choices.map(choice =>
        el('button', { type: 'button', onclick: () => this.acts.tap(message, choice) }, choice.title, choice.description && el('small', {}, choice.description))));
      this.node.append(this.choices);
    }
    if (message.webhook === 'failed') {
      this.trouble = el('div.trouble', {}, `Not received: ${message.webhookProblem}`, el('button', { type: 'button', onclick: () => this.acts.again(message) }, 'Send again'));
      this.node.append(this.trouble);
    } else if (failed) {
      this.trouble = el('div.trouble', {}, `Never reached this phone: ${message.errorMessage} (${message.errorCode})`);
      this.node.append(this.trouble);
    }
  }
}

function placeCard(place) {
  const where = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
  return el('div.card', {}, icon('place'), el('span', {}, el('strong', {}, place.label ?? place.address ?? 'Location'), el('small', {}, place.label && place.address ? `${place.address} · ${where}` : where)));
}

/** Clock: on its way to the shop's server. Ticks: the server has it; blue: the shop has read it. */
function tickOf(message) {
  if (message.webhook === 'failed') return marked('wrong', 'Not received', 'wrong');
  if (message.webhook === 'sending') return marked('clock', 'Sending');
  return message.status === 'read' ? marked('ticks', 'Read', 'read') : marked('ticks', 'Received by the shop');
}

function marked(name, title, css) {
  const mark = icon(name, title);
  if (css) mark.classList.add(css);
  return mark;
}

/** Swipe right with a finger to answer a message. */
function slideToReply(node, reply) {
  let start = null;
  const end = () => {
    if (start && start.moved > 48) reply();
    start = null;
    node.style.transform = '';
  };
  node.addEventListener('pointerdown', event => {
    if (event.pointerType === 'touch') start = { x: event.clientX, moved: 0 };
  });
  node.addEventListener('pointermove', event => {
    if (!start) return;
    start.moved = Math.max(0, Math.min(72, event.clientX - start.x));
    node.style.transform = start.moved > 8 ? `translateX(${start.moved}px)` : '';
  });
  node.addEventListener('pointerup', end);
  node.addEventListener('pointercancel', () => {
    start = null;
    node.style.transform = '';
  });
}
