import type { SimulationDraft, SimulationPlay } from '@satchel/contracts';
import { SimulatedCustomer } from './customer';
import { judge } from './judge';
import { SimulatedTalk, type Trial } from './simulated-talk';

/** A conversation that is not over by then goes round in circles. */
const MOST_TURNS = 12;

/** One simulation from the first word to the last; the same seed gives the same play. */
export async function play(
  simulation: Pick<SimulationDraft, 'customer' | 'world' | 'steps' | 'answers' | 'confirms' | 'expected'>,
  trial: Trial,
  seed: number,
): Promise<SimulationPlay> {
  const talk = new SimulatedTalk(simulation, trial);
  const customer = new SimulatedCustomer(simulation, seed);
  const turns: SimulationPlay['turns'] = [];
  const proposed: string[] = [];
  for (let said = customer.open(); said !== null && turns.length < MOST_TURNS;) {
    const turn = await talk.say(said);
    turns.push(turn);
    const { pending } = talk.kept.state;
    if (pending) proposed.push(pending.action);
    // A person has it from here.
    if (turn.outcome === 'handed_over' || turn.outcome === 'drafted') break;
    said = customer.answer(turn.reply ?? '', { asked: talk.asks, code: talk.kept.mailed });
  }
  return { seed, ...judge(simulation.expected, turns, talk.runs, proposed), turns };
}
