// Everything that is asked of the server. A refusal is thrown as an Error whose text can be shown, with the fields it names.

async function ask(method, address, body, type = 'application/json') {
  let response;
  try {
    response = await fetch(address, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': type },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch {
    throw new Error('The simulator cannot be reached. Nothing was sent.');
  }
  const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null;
  if (response.ok) return answer;
  const fields = Object.fromEntries(Object.entries(answer?.errors ?? {}).map(([field, why]) => [field, why[0]]));
  throw Object.assign(new Error(Object.values(fields)[0] ?? `The simulator refused it (${response.status}).`), { fields });
}

const query = values => new URLSearchParams(values).toString();

export const api = {
  state: () => ask('GET', '/phone/state'),
  messages: (customer, shop, before) => ask('GET', `/phone/messages?${query({ customer, shop, limit: 100, ...(before && { before }) })}`),
  write: message => ask('POST', '/twilio/inbound', { ...message, inOrder: true }),
  writeAgain: sid => ask('POST', `/twilio/inbound/${sid}/again`),
  read: sids => ask('POST', '/phone/read', sids),
  upload: (blob, name) => ask('POST', `/phone/media?${query({ name })}`, blob, blob.type || 'application/octet-stream'),
  addCustomer: (name, number) => ask('POST', '/phone/customers', { name, number }),
  removeCustomer: address => ask('DELETE', `/phone/customers?${query({ address })}`),
  addShop: (name, number) => ask('POST', '/phone/shops', { name, number }),
  mediaUrl: sid => `/phone/media/${encodeURIComponent(sid)}`,
};

/** Listens until the page closes; the browser connects again by itself, and 'ready' says that it has. */
export function listen(handlers) {
  const stream = new EventSource('/phone/stream');
  for (const [kind, handle] of Object.entries(handlers)) {
    if (kind !== 'lost') stream.addEventListener(kind, event => handle(JSON.parse(event.data)));
  }
  stream.addEventListener('error', () => {
    handlers.lost();
    // After an answer that is no stream the browser gives up; a new one does not.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => { stream.close(); listen(handlers); }, 2000);
  });
}
