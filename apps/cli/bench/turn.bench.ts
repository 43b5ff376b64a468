import type { AiTurnBody, Page, TicketBody } from '@satchel/contracts';
import { type Rate, summary } from './measure';
import type { Rig } from './rig';

/** Where a parcel is, a return that ends in a proposal, a cancellation, a rule of the shop. */
const QUESTIONS = [
  'Where is my order #1001?',
  'I would like to return the items of order 1001, they are too small.',
  'Please cancel my order #1001.',
  'What is your return policy?',
];

/** How often it is asked whether a turn has ended: asking oftener would weigh on what is measured. */
const LOOK_MS = 50;

/** The built-in engine's whole turn, from claim to outcome, less what the shop and the carrier took to answer. */
export async function builtInTurn(rig: Rig, turns: number): Promise<Rate> {
  await rig.api('PATCH', '/ai/settings', { mode: 'draft' });
  const latencies: number[] = [];
  const begin = performance.now();
  for (let n = 0; n < turns; n++) {
    const ticket = await rig.api<TicketBody>('POST', '/tickets', {
      subject: 'Question',
      customer: { email: 'anna.bergmann@example.com' },
      message: { text: QUESTIONS[n % QUESTIONS.length] },
    });
    const turn = await finished(rig, ticket.id);
    const vendors = turn.toolCalls.reduce((sum, call) => sum + call.ms, 0);
    latencies.push((turn.latencyMs ?? 0) - vendors);
  }
  await rig.api('PATCH', '/ai/settings', { mode: 'off' });
  return summary(latencies, (performance.now() - begin) / 1000);
}

async function finished(rig: Rig, ticketId: string): Promise<AiTurnBody> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    const turn = (await rig.api<Page<AiTurnBody>>('GET', `/tickets/${ticketId}/turns`)).data[0];
    if (turn && turn.outcome !== 'running') return turn;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`no turn on ticket ${ticketId} within 20 s`);
}
