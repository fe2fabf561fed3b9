// WhatsApp's own marks (*bold*, _italic_, ~struck~, `code`, ```block```, > quote) and links, as nodes.
import { el } from './dom.js';

const inline = [
  { pattern: /```([\s\S]+?)```/, make: text => el('code', {}, text) },
  { pattern: /`([^`\n]+)`/, make: text => el('code', {}, text) },
  { pattern: /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/, make: (_, whole) => el('a', { href: whole, target: '_blank', rel: 'noopener noreferrer nofollow' }, whole) },
  { pattern: mark('\\*'), make: text => el('strong', {}, ...words(text)) },
  { pattern: mark('_'), make: text => el('em', {}, ...words(text)) },
  { pattern: mark('~'), make: text => el('s', {}, ...words(text)) },
];

/** A mark counts only around words: *bold*, but not 2 * 3 * 4. */
function mark(sign) {
  return new RegExp(`(?<![\\p{L}\\p{N}${sign}])${sign}(?=\\S)([^\\n]*?\\S)${sign}(?![\\p{L}\\p{N}${sign}])`, 'u');
}

function words(text) {
  const nodes = [];
  let rest = text;
  while (rest) {
    let first = null;
    for (const { pattern, make } of inline) {
      const hit = pattern.exec(rest);
      if (hit && (!first || hit.index < first.hit.index)) first = { hit, make };
    }
    if (!first) {
      nodes.push(rest);
      break;
    }
    if (first.hit.index) nodes.push(rest.slice(0, first.hit.index));
    nodes.push(first.make(first.hit[1], first.hit[0]));
    rest = rest.slice(first.hit.index + first.hit[0].length);
  }
  return nodes;
}

const onlyEmoji = /^(\p{Extended_Pictographic}[\u{FE0F}\u{200D}\p{Emoji_Modifier}\p{Extended_Pictographic}]?\s*){1,3}$/u;

export function textOf(body) {
  const node = el(onlyEmoji.test(body.trim()) ? 'div.text.big' : 'div.text');
  // Quoted lines are blocks of their own; everything between them is one run of text.
  for (const part of body.split(/((?:^|\n)> [^\n]*\n?)/)) {
    const quoted = /^\n?> ([^\n]*)\n?$/.exec(part);
    node.append(...(quoted ? [el('blockquote', {}, ...words(quoted[1]))] : words(part)));
  }
  return node;
}
