import type { MeasuredShare, SimulationReport, SimulationResult } from '@satchel/contracts';
import { wilson } from '@satchel/kernel';

export function measured(hits: number, n: number): MeasuredShare {
  const { share, low, high } = wilson(hits, n);
  return { hits, n, share, low, high };
}

/** Figures over all plays; red ones stand first. */
export function reportOf(played: readonly SimulationResult[], k: number, brain: string): SimulationReport {
  const plays = played.flatMap((result) => result.plays);
  const turns = plays.flatMap((one) => one.turns);
  const passed = (result: SimulationResult): boolean => result.plays.every((one) => one.passed);
  const times = turns.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    k,
    brain,
    pass1: measured(plays.filter((one) => one.passed).length, plays.length),
    passK: measured(played.filter(passed).length, played.length),
    handovers: measured(plays.filter(({ handedOver }) => handedOver).length, plays.length),
    wrongActions: plays.reduce((all, { wrongActions }) => all + wrongActions, 0),
    turns: turns.length,
    latency: { p50: at(0.5), p95: at(0.95) },
    results: [...played].sort((one, other) => Number(passed(one)) - Number(passed(other))),
  };
}
