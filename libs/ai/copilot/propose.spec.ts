import type { OrderBody } from '@satchel/contracts';
import { BUILT_IN } from '../procedures/built-in';
import { anOrder } from '../turns/shop.fixture';
import { understand } from '../understand';
import { propose, type Proposed } from './propose';

const NOW = new Date('2026-11-20T12:00:00Z');
const line = (id: string, title: string) => ({ ...anOrder('1', 'a@b.c').lines[0]!, id, title });
const sent = anOrder('1001', 'anna@example.com', { lines: [line('l1', 'Ridge Pack'), line('l2', 'Alpine Bottle')] });
const waiting = anOrder('1002', 'anna@example.com', { fulfilment: 'unfulfilled', shipments: [] });

function proposed(request: string, orders: readonly OrderBody[] = [sent, waiting]): Proposed | null {
  const { wishes, entities } = understand(request, { now: NOW });
  const [wish] = wishes;
  const document = BUILT_IN.find(({ intents }) => wish && intents.includes(wish.intent));
  if (!wish || !document) throw new Error(`nothing is wished: ${request}`);
  return propose(document, { wish, request, numbers: entities.orderNumbers, orders, now: NOW });
}

describe('what a wish comes to', () => {
  it('is the action of its procedure, for the only order that it can be about', () => {
    expect(proposed('Please cancel my order.')).toMatchObject({
      action: 'cancel_order',
      order: { number: '1002' },
      missing: null,
    });
  });

  it('takes the lines by their words, and why', () => {
    expect(proposed('I want to return the bottle of order #1001, it is too small.')).toMatchObject({
      action: 'start_return',
      arguments: { order: sent.id, lines: [{ orderLineId: 'l2', quantity: 1, reason: 'too_small' }] },
      missing: null,
    });
  });

  it('is what the state of the order asks for: what was not sent is called off before money goes back', () => {
    expect(proposed('I want a refund for order #1002')?.action).toBe('cancel_order');
    expect(proposed('I want a refund for all of order #1001')?.action).toBe('refund');
  });

  it('guesses nothing', () => {
    expect(proposed('I would like to return something from order #1001.')?.missing).toContain('which items');
    expect(proposed('Please cancel my order #7777.')).toMatchObject({ order: null, missing: expect.any(String) });
  });

  it('is nothing where the procedure ends without a change', () => {
    expect(proposed('Please cancel my order #1001.')).toBeNull();
    expect(proposed('Where is my order #1001?')).toBeNull();
  });
});
