import type { AiBudgetBody } from '@satchel/contracts';

/** What a small shop's day needs many times over; a loop gone wild is stopped by it. */
export const DEFAULT_BUDGET: AiBudgetBody = {
  modelCalls: 6,
  toolCalls: 8,
  callsPerDay: 5_000,
  tokensPerDay: 20_000_000,
  inputPrice: 0,
  outputPrice: 0,
  costPerDay: 0,
};

/** As it was kept, with the defaults for what is missing or no number. */
export function budgetOf(kept: unknown): AiBudgetBody {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const entries = Object.entries(DEFAULT_BUDGET).map(([name, standard]) => {
    const value = given[name];
    return [name, typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : standard] as const;
  });
  return Object.fromEntries(entries) as unknown as AiBudgetBody;
}

/** In millionths; null: no prices are set. */
export function costOf(
  tokens: { input: number; output: number },
  { inputPrice, outputPrice }: AiBudgetBody,
): number | null {
  if (inputPrice === 0 && outputPrice === 0) return null;
  return Math.round(tokens.input * inputPrice + tokens.output * outputPrice);
}

/** Whether a language model may still be asked today. */
export function isLeft(spent: { calls: number; tokens: number; costMicros: number }, budget: AiBudgetBody): boolean {
  if (spent.calls >= budget.callsPerDay || spent.tokens >= budget.tokensPerDay) return false;
  return budget.costPerDay === 0 || spent.costMicros < budget.costPerDay * 1_000_000;
}
