// Sample payment receipts, drawn here: made-up banks, nothing that could pass for a real one.
import { ask, field } from './dialogs.js';
import { el } from './dom.js';

const width = 1080;
const height = 1560;
const sans = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const mono = 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace';

const looks = {
  light: { label: 'Bank app', bank: 'Harmattan Bank', paper: '#FFFFFF', band: '#175CD3', ink: '#17211C', quiet: '#56635C', line: '#DDE3DF', font: sans },
  dark: { label: 'Bank app, dark', bank: 'Coral Microfinance', paper: '#12161C', ink: '#F2F4F7', quiet: '#98A2B3', line: '#2B3440', font: sans },
  slip: { label: 'POS slip', bank: 'PALMWINE PAY', paper: '#FBFAF4', ink: '#26241F', quiet: '#57534A', line: '#B8B3A5', font: mono },
};

/** Asks what stands on the receipt, beginning with what the shop asked for; answers with a PNG, or nothing. */
export function askReceipt({ asked, payer, payee }) {
  return ask('receipt-dialog', 'Payment receipt', close => {
    const wanted = read(asked ?? '');
    const canvas = el('canvas', { width, height, role: 'img', 'aria-label': 'The receipt' });
    const look = el('select', { onchange: () => draw() }, ...Object.entries(looks).map(([value, { label }]) => el('option', { value }, label)));
    const photo = el('input', { type: 'checkbox', onchange: () => draw() });
    const fields = {
      amount: field('Amount (₦)', { inputmode: 'decimal', value: wanted.amount, oninput: () => draw() }),
      reference: field('Reference or narration', { value: wanted.reference, autocomplete: 'off', oninput: () => draw() }),
      payee: field('To', { value: wanted.account ?? payee, autocomplete: 'off', oninput: () => draw() }),
      payer: field('From', { value: payer, autocomplete: 'off', oninput: () => draw() }),
    };
    const draw = () => paint(canvas, looks[look.value], Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.input.value])), photo.checked);
    draw();
    return [el('form', {
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        canvas.toBlob(picture => close(picture), 'image/png');
      },
    }, el('h2', {}, 'Payment receipt'),
    el('div.columns', {},
      el('div.fields', {},
        ...Object.values(fields).map(one => one.node),
        el('label.field', {}, 'Looks like', look),
        el('label.tick', {}, photo, 'Photographed: tilted and a little blurred')),
      canvas),
    el('div.actions', {}, el('button.button.main', { type: 'submit' }, 'Attach')))];
  });
}

/** The amount, reference and account name in a message that asks for money. */
function read(text) {
  const amounts = [...text.matchAll(/₦\s?([\d,]+(?:\.\d{2})?)/g)];
  const total = /(?:total|pay|amount)[^\n₦]*₦\s?([\d,]+(?:\.\d{2})?)/i.exec(text)?.[1];
  return {
    amount: total ?? amounts.at(-1)?.[1] ?? '9,500',
    reference: /\bref(?:erence)?\b\W*([A-Z0-9][A-Z0-9-]{4,})/i.exec(text)?.[1] ?? '',
    account: /account name\W*([^\n*]+)/i.exec(text)?.[1].trim(),
  };
}

function paint(canvas, look, values, photographed) {
  const pen = canvas.getContext('2d');
  pen.save();
  pen.fillStyle = photographed ? '#6B6257' : look.paper;
  pen.fillRect(0, 0, width, height);
  if (photographed) {
    pen.translate(width / 2, height / 2);
    pen.rotate(0.035);
    pen.scale(0.9, 0.9);
    pen.translate(-width / 2, -height / 2);
    pen.filter = 'blur(1.6px) brightness(.93)';
  }
  pen.fillStyle = look.paper;
  pen.fillRect(0, 0, width, height);
  if (look.band) {
    pen.fillStyle = look.band;
    pen.fillRect(0, 0, width, 220);
  }

  const onBand = look.band ? '#FFFFFF' : look.ink;
  const write = (text, x, y, { size = 40, weight = 400, color = look.ink, align = 'left', most = 620 } = {}) => {
    pen.font = `${weight} ${size}px ${look.font}`;
    pen.fillStyle = color;
    pen.textAlign = align;
    pen.fillText(text, x, y, most);
  };
  write(look.bank, 80, 110, { size: 56, weight: 700, color: onBand, most: 920 });
  write('Transaction receipt', 80, 174, { size: 36, color: onBand, most: 920 });
  write(`₦${pretty(values.amount)}`, width / 2, 390, { size: 104, weight: 700, align: 'center', most: 920 });
  write('Successful', width / 2, 462, { size: 42, weight: 600, color: look === looks.dark ? '#47CD89' : '#067647', align: 'center', most: 920 });

  const rows = [
    ['To', values.payee],
    ['From', values.payer],
    ['Date', new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date())],
    ['Reference', values.reference || '-'],
    ['Session ID', String(Date.now()).padStart(22, '0000090405')],
    ['Type', 'Transfer to other bank'],
  ];
  pen.strokeStyle = look.line;
  pen.lineWidth = 3;
  rows.forEach(([name, value], row) => {
    const y = 600 + row * 130;
    pen.beginPath();
    pen.moveTo(80, y - 76);
    pen.lineTo(width - 80, y - 76);
    pen.stroke();
    write(name, 80, y, { color: look.quiet, most: 260 });
    write(value, width - 80, y, { weight: 600, align: 'right', most: 640 });
  });
  write('SAMPLE · drawn by a simulator, no money has moved', width / 2, height - 80, { size: 32, color: look.quiet, align: 'center', most: 940 });
  pen.restore();
}

function pretty(amount) {
  const number = Number(amount.replace(/[^\d.]/g, ''));
  return number ? number.toLocaleString('en-NG', { minimumFractionDigits: 2 }) : amount;
}
