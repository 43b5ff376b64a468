import { textOf, type ChatMessage, type ChatRequest, type Said } from './wire.types';

const say = (text: string): Said => ({ text, calls: [] });
const call = (name: string, args: unknown): Said => ({
  text: null,
  calls: [{ name, arguments: JSON.stringify(args) }],
});

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const first = (order: Json, keys: string[]): string | null => {
  for (const key of keys) {
    const value = order[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
};

/** Finds orders in whatever shape the tool answered: anything that has a `number`, `name` or `orderNumber`. */
export function ordersIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(ordersIn);
  if (!isObject(value)) return [];
  const looksLikeOrder = /^#?\d+$/.test(first(value, ['number', 'name', 'orderNumber']) ?? '');
  return looksLikeOrder ? [value] : Object.values(value).flatMap(ordersIn);
}

const plain = (word: string) => word.toLowerCase().replace(/_/g, ' ');

function describe(order: Json): string {
  const number = (first(order, ['number', 'name', 'orderNumber']) ?? '').replace(/^#?/, '#');
  const state = first(order, ['fulfilment', 'fulfillment', 'fulfilmentStatus', 'fulfillmentStatus', 'status']);
  const lines = [`Order ${number}${state ? ` is ${plain(state)}` : ' was found'}.`];
  const shipments = (order.shipments ?? order.fulfillments ?? []) as unknown;
  for (const shipment of Array.isArray(shipments) ? shipments.filter(isObject) : []) {
    const tracking = first(shipment, ['trackingNumber', 'tracking', 'number']);
    const carrier = first(shipment, ['carrier', 'company']);
    const status = first(shipment, ['status', 'displayStatus']);
    const due = first(shipment, ['estimatedDelivery', 'estimatedDeliveryAt']);
    const delivered = first(shipment, ['deliveredAt']);
    const sentence = [`The parcel${carrier ? ` with ${carrier}` : ''}`];
    if (tracking) sentence.push(`(${tracking})`);
    sentence.push(status ? `is ${plain(status)}` : 'is on its way');
    if (delivered) sentence.push(`since ${delivered.slice(0, 10)}`);
    else if (due) sentence.push(`and should arrive on ${due.slice(0, 10)}`);
    lines.push(`${sentence.join(' ')}.`);
  }
  return lines.join(' ');
}

function lastOf(messages: ChatMessage[], role: ChatMessage['role']): ChatMessage | undefined {
  return messages.findLast((message) => message.role === role);
}

/** The answer part of the conversation: what came back from tools since the customer's last words. */
export function toolAnswers(messages: ChatMessage[]): ChatMessage[] {
  const from = messages.findLastIndex((message) => message.role === 'user');
  return messages.slice(from + 1).filter((message) => message.role === 'tool');
}

/** Arguments for a look-up tool: the number under the first property of its schema that takes one. */
function lookUpArguments(request: ChatRequest, tool: string, number: string): Json {
  const schema = request.tools?.find((one) => one.function.name === tool)?.function.parameters;
  const properties = isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
  const key = properties.find((name) => /number|order|name|query/i.test(name)) ?? 'number';
  return { [key]: number };
}

/** A small model that does its job: looks the order up by the number in the mail, and words what the tool said. */
export function sensible(request: ChatRequest): Said {
  const names = (request.tools ?? []).map((tool) => tool.function.name);
  const answers = toolAnswers(request.messages);
  const question = textOf(lastOf(request.messages, 'user'));
  if (answers.length > 0) {
    const orders = answers.flatMap((answer) => ordersIn(parse(textOf(answer))));
    if (orders.length === 0) {
      return say('I could not find an order with that number for this address. Could you check the number?');
    }
    return say(`Hello,\n\n${orders.map(describe).join('\n')}\n\nKind regards`);
  }
  const number = /#\s?(\d{3,})/.exec(question)?.[1] ?? /\b(\d{4,6})\b/.exec(question)?.[1];
  if (names.includes('find_orders') && number) {
    return call('find_orders', lookUpArguments(request, 'find_orders', number));
  }
  return say('Thank you for writing. A colleague will look at this and answer you soon.');
}
