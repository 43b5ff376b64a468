import type { ProcedureDocumentBody, ProcedureStep } from '@satchel/contracts';

/** Where a list of steps, a step, or a part of one lies in the document. */
export type Path = readonly (string | number)[];

type Node = Record<string | number, unknown>;

/** A step stays itself on the screen, opened or not, wherever it goes and however it changes. */
const ids = new WeakMap<object, number>();
let lastId = 0;

export function idOf(step: ProcedureStep): number {
  const known = ids.get(step) ?? (lastId += 1);
  ids.set(step, known);
  return known;
}

function carried<T>(from: unknown, to: T): T {
  const id = typeof from === 'object' && from !== null ? ids.get(from) : undefined;
  if (id !== undefined && typeof to === 'object' && to !== null && !ids.has(to)) ids.set(to, id);
  return to;
}

/** The document with one part replaced; what did not change stays the same object. */
export function put<T>(root: T, path: Path, value: unknown): T {
  const [first, ...rest] = path;
  if (first === undefined) return carried(root, value as T);
  const node = root as Node;
  const next = put(node[first], rest, value);
  if (Array.isArray(root)) return root.map((one, at) => (at === first ? next : (one as unknown))) as T;
  if (next !== undefined) return carried(root, { ...node, [first]: next } as T);
  return carried(root, Object.fromEntries(Object.entries(node).filter(([name]) => name !== first)) as T);
}

export const stepsAt = (document: ProcedureDocumentBody, path: Path): ProcedureStep[] =>
  (path.reduce<unknown>((node, name) => (node as Node | undefined)?.[name], document) ?? []) as ProcedureStep[];

/**
 * What the procedure cannot do without follows what it proposes: an action that came is needed, one that went is not.
 * Look-ups it does without are its own affair.
 */
export function withTools(before: ProcedureDocumentBody, after: ProcedureDocumentBody): ProcedureDocumentBody {
  const [old, now] = [actionsIn(before.steps), actionsIn(after.steps)];
  const kept = after.tools.filter((tool) => now.includes(tool) || !old.includes(tool));
  const come = now.filter((action) => !old.includes(action) && !kept.includes(action));
  if (come.length === 0 && kept.length === after.tools.length) return after;
  return { ...after, tools: [...kept, ...come] };
}

const actionsIn = (steps: readonly ProcedureStep[]): string[] => [
  ...new Set(
    steps.flatMap((step) => {
      if (step.do === 'propose') return [step.action];
      if (step.do !== 'check') return [];
      return [...step.branches.flatMap((branch) => actionsIn(branch.steps)), ...actionsIn(step.otherwise ?? [])];
    }),
  ),
];

/** How many steps stand and fall together from here: what is proposed is asked about, then done. */
export function blockAt(steps: readonly ProcedureStep[], at: number): number {
  if (steps[at]?.do !== 'propose') return 1;
  if (steps[at + 1]?.do !== 'confirm') return 1;
  return steps[at + 2]?.do === 'execute' ? 3 : 2;
}

/** The places at which a step, or steps that belong together, begin. */
export function beginnings(steps: readonly ProcedureStep[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < steps.length; at += blockAt(steps, at)) found.push(at);
  return found;
}

export const removed = (steps: readonly ProcedureStep[], at: number): ProcedureStep[] => [
  ...steps.slice(0, at),
  ...steps.slice(at + blockAt(steps, at)),
];

/** Before or behind its neighbour, whole. */
export function moved(steps: readonly ProcedureStep[], at: number, by: -1 | 1): ProcedureStep[] {
  const places = beginnings(steps);
  const other = places[places.indexOf(at) + by];
  if (other === undefined) return [...steps];
  const [first, second] = [Math.min(at, other), Math.max(at, other)];
  const end = second + blockAt(steps, second);
  return [...steps.slice(0, first), ...steps.slice(second, end), ...steps.slice(first, second), ...steps.slice(end)];
}

/** As the server names it: "steps.3.branches.1.steps.2"; steps are counted from one there. */
export const fieldOf = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');

/** The step that a problem belongs to: "steps.3.branches.1" is about the third step. */
export function stepOf(field: string): string {
  const parts = field.split('.');
  for (let end = parts.length; end > 1; end -= 1) {
    const [list, number] = parts.slice(end - 2, end);
    if ((list === 'steps' || list === 'otherwise') && /^\d+$/.test(number ?? '')) return parts.slice(0, end).join('.');
  }
  return field;
}
