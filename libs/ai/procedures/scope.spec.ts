import { detect } from 'tinyld';
import { type Memory, NO_MEMORY } from '../conversation/memory';
import { understand } from '../understand';
import { BUILT_IN } from './built-in';
import type { ActiveProcedure } from './frames';
import { scopeOf } from './scope';

const shipped: ActiveProcedure[] = BUILT_IN.map((document) => ({ document, version: 0 }));
const ACTIONS = ['cancel_order', 'refund', 'start_return', 'exchange', 'change_address', 'redeem_reward'];

/** The actions that a model is shown after these look-ups. */
function shown(text: string, lookedUp: string[], memory: Memory = NO_MEMORY, procedures = shipped): string[] {
  const scope = scopeOf(understand(text, { detect }), memory, procedures);
  return ACTIONS.filter((action) => scope(action, new Set(lookedUp)));
}

describe('the tools that a model is shown', () => {
  it('are an action of what the customer wants, once its look-ups were made', () => {
    const text = 'Please cancel my order 1001';
    expect(shown(text, [])).toEqual([]);
    expect(shown(text, ['find_orders'])).toEqual(['cancel_order']);
    // Its lines tell of the order as well.
    expect(shown(text, ['order_lines'])).toEqual(['cancel_order']);
  });

  it('hold no action where a question was asked', () => {
    expect(shown('Where is my order 1001?', ['find_orders', 'order_lines', 'points'])).toEqual([]);
  });

  it('hold an action only after every look-up of its procedure', () => {
    const text = 'I want to return the boots of order 1001';
    expect(shown(text, ['find_orders'])).not.toContain('start_return');
    expect(shown(text, ['find_orders', 'order_lines'])).toContain('start_return');
  });

  it('hold the actions of what is under way and of what waits behind it', () => {
    const frame = (procedure: string, intent: 'cancel_order' | 'redeem_reward'): Memory['queue'][number] => ({
      procedure,
      version: 0,
      intent,
      slots: {},
      asked: {},
      waitsFor: null,
    });
    const memory: Memory = {
      ...NO_MEMORY,
      frame: frame('cancel-order', 'cancel_order'),
      queue: [frame('redeem-reward', 'redeem_reward')],
    };
    const text = 'Where is my order 1001?';
    expect(shown(text, ['find_orders', 'points'], memory)).toEqual(['cancel_order', 'redeem_reward']);
  });

  it('are all whose look-ups were made, where nobody can say what is wanted', () => {
    expect(shown('Well, about that thing.', ['find_orders', 'order_lines'])).toEqual(
      expect.arrayContaining(['cancel_order', 'refund', 'start_return']),
    );
    expect(shown('Well, about that thing.', [])).toEqual([]);
  });

  it('hold no action whose procedure the shop switched off, and every one that none leads to', () => {
    const off = shipped.map(({ document, version }) => ({ document: { ...document, off: true }, version }));
    expect(shown('Please cancel my order 1001', ['find_orders', 'order_lines'], NO_MEMORY, off)).toEqual([]);
    const scope = scopeOf(understand('Hello'), NO_MEMORY, shipped);
    expect(['find_orders', 'hand_over', 'grant_points'].map((tool) => scope(tool, new Set()))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
