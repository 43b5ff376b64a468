import type { ProcedureDocumentBody, ProcedureStep } from '@satchel/contracts';
import { beginnings, fieldOf, idOf, moved, put, removed, stepOf, stepsAt, withTools } from './edit-document';

const need: ProcedureStep = { do: 'need', slot: 'order' };
const act: ProcedureStep[] = [
  { do: 'propose', action: 'cancel_order', with: { order: { slot: 'order' } } },
  { do: 'confirm' },
  { do: 'execute' },
];
const end: ProcedureStep = { do: 'say', end: true };
const check: ProcedureStep = { do: 'check', branches: [{ when: { fact: 'order.sent', is: true }, steps: [end] }] };
const document: ProcedureDocumentBody = {
  name: 'cancel',
  title: 'Cancel',
  intents: ['cancel_order'],
  tools: [],
  reason: 'cancel',
  slots: {},
  steps: [need, check, ...act, end],
};
const kinds = (steps: ProcedureStep[]): string => steps.map((step) => step.do).join(' ');

describe('editing a procedure', () => {
  it('moves and removes what is proposed together with its yes and its deed', () => {
    const { steps } = document;
    expect(beginnings(steps)).toEqual([0, 1, 2, 5]);
    expect(kinds(moved(steps, 2, -1))).toBe('need propose confirm execute check say');
    expect(kinds(moved(steps, 1, 1))).toBe('need propose confirm execute check say');
    expect(kinds(moved(steps, 2, 1))).toBe('need check say propose confirm execute');
    expect(kinds(moved(steps, 0, -1))).toBe(kinds(steps));
    expect(kinds(removed(steps, 2))).toBe('need check say');
  });

  it('changes a step inside a branch and nothing else', () => {
    const path = ['steps', 1, 'branches', 0, 'steps'];
    const next = put(document, [...path, 0], need);
    expect(stepsAt(next, path)).toEqual([need]);
    expect(stepsAt(document, path)).toEqual([end]);
    expect(next.steps[0]).toBe(document.steps[0]);
    expect(put(end, ['end'], undefined)).toEqual({ do: 'say' });
  });

  it('keeps each step itself while it is moved and changed', () => {
    const [first, second] = document.steps.map(idOf);
    expect(first).not.toBe(second);
    const changed = put(document, ['steps', 0, 'slot'], 'lines');
    expect(changed.steps.map(idOf).slice(0, 2)).toEqual([first, second]);
    expect(moved(changed.steps, 0, 1).map(idOf).slice(0, 2)).toEqual([second, first]);
    const inner = put(changed, ['steps', 1, 'branches', 0, 'steps', 0], end);
    expect(idOf(inner.steps[1] as ProcedureStep)).toBe(second);
  });

  it('needs what it proposes, wherever that stands, and nothing that it proposes no more', () => {
    const needing = { ...document, tools: ['find_orders', 'cancel_order'] };
    const refund: ProcedureStep = { do: 'propose', action: 'refund', with: {} };
    const other = put(needing, ['steps', 1, 'branches', 0, 'steps'], [refund]);
    expect(withTools(needing, other).tools).toEqual(['find_orders', 'cancel_order', 'refund']);
    expect(withTools(needing, put(needing, ['steps'], [need])).tools).toEqual(['find_orders']);
    expect(withTools(needing, put(needing, ['title'], 'Other'))).toMatchObject({ tools: needing.tools });
  });

  it('finds the step that a problem of the server is about', () => {
    expect(fieldOf(['steps', 1, 'branches', 0, 'steps', 2])).toBe('steps.2.branches.1.steps.3');
    expect(stepOf('steps.2.branches.1.steps.3.words')).toBe('steps.2.branches.1.steps.3');
    expect(stepOf('steps.2.branches.1')).toBe('steps.2');
    expect(stepOf('steps.2.otherwise.1')).toBe('steps.2.otherwise.1');
    expect(stepOf('slots.order')).toBe('slots.order');
  });
});
