/** How a judgement becomes a share of right ones: a logistic curve over what was seen beside the judgement. */
export type Curve = readonly number[];

export interface Judged {
  inputs: readonly number[];
  right: boolean;
}

const ROUNDS = 40;
/** Keeps the curve from becoming a step where few samples agree. */
const RIDGE = 1e-2;

/** Logistic regression by Newton's method; a handful of inputs, so a few rounds are exact. The last weight is the constant. */
export function fitCurve(judged: readonly Judged[]): Curve {
  const size = (judged[0]?.inputs.length ?? 0) + 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const hessian = weights.map((_, row) => weights.map((__, column): number => (row === column ? RIDGE : 0)));
    for (const { inputs, right } of judged) {
      const x = [...inputs, 1];
      const p = readCurve(weights, inputs);
      const slope = p * (1 - p);
      x.forEach((value, row) => {
        gradient[row] = (gradient[row] ?? 0) + value * ((right ? 1 : 0) - p);
        const line = hessian[row];
        if (line) x.forEach((other, column) => (line[column] = (line[column] ?? 0) + slope * value * other));
      });
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
    if (step.every((value) => Math.abs(value) < 1e-6)) break;
  }
  return weights;
}

export function readCurve(curve: Curve, inputs: readonly number[]): number {
  let sum = curve[inputs.length] ?? 0;
  for (let at = 0; at < inputs.length; at += 1) sum += (curve[at] ?? 0) * (inputs[at] ?? 0);
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, sum))));
}

/** Gauss with pivots; the matrices here have a handful of rows. */
function solve(matrix: number[][], target: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, target[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows
      .map((row, at) => ({ at, value: Math.abs(row[column] ?? 0) }))
      .slice(column)
      .sort((a, b) => b.value - a.value)[0];
    if (!pivot || pivot.value < 1e-12) continue;
    [rows[column], rows[pivot.at]] = [rows[pivot.at] ?? [], rows[column] ?? []];
    const lead = rows[column] ?? [];
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] ?? 0) / (lead[column] ?? 1);
      for (let i = column; i <= size; i += 1) row[i] = (row[i] ?? 0) - factor * (lead[i] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] || 1));
}
