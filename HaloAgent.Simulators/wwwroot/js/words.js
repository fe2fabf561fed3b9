// Times, numbers and names as people write them.

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export const timeOf = at => clock.format(new Date(at));
export const exactTimeOf = at => exact.format(new Date(at));
export const preciseTimeOf = at => `${new Date(at).toLocaleTimeString('en-GB')}.${String(new Date(at).getMilliseconds()).padStart(3, '0')}`;

export function dayOf(at) {
  const date = new Date(at);
  const midnight = moment => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  const ago = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  return ago === 0 ? 'Today' : ago === 1 ? 'Yesterday' : day.format(date);
}

export const isSameDay = (a, b) => new Date(a).toDateString() === new Date(b).toDateString();

export const isHidden = address => !/^whatsapp:\+/.test(address);

/** 0803 000 0101 for Nigerian numbers, +1 415 523 8886 for others. */
export function numberOf(address) {
  if (isHidden(address)) return 'Number hidden';
  const number = address.replace('whatsapp:', '');
  const nigerian = /^\+234(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (nigerian) return `0${nigerian[1]} ${nigerian[2]} ${nigerian[3]}`;
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`;
  return number;
}

export const firstNameOf = name => name.split(/\s+/)[0];

export function initialsOf(name) {
  const words = name.trim().split(/\s+/).filter(word => /\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map(word => word.match(/\p{L}\p{M}*/u)[0].toUpperCase()).join('') || '?';
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** One line that stands for a message, in quotes and previews. */
export function summaryOf(message) {
  const kind = message.media[0]?.contentType.split('/')[0];
  const what = message.location ? 'Location' : { image: 'Picture', audio: 'Voice note', video: 'Video' }[kind] ?? (kind ? message.media[0].fileName ?? 'Document' : '');
  const text = message.body.replace(/[*_~`]|^> /gm, '').replace(/\s+/g, ' ').trim();
  return what && text ? `${what} · ${text}` : what || text;
}
