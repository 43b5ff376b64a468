import { type Action, ActionDecisions, ActionRuns, type RunResult, type Shown } from '@satchel/actions';
import type { ActionRunBody, Assurance, EvidenceBody } from '@satchel/contracts';
import { AppError, type Ctx } from '@satchel/kernel';
import { PolicyService } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import { cleanLine } from '../text/normalise';
import { actionData } from './action-data';
import { boundArguments } from './ai-actions';
import { disclosedTo } from './disclosure';
import { identityOf } from './identity-of';
import { tooManyMisses } from './misses';
import { ownOrder } from './own-order';
import type { ActionToolData } from './tool-data';
import type { ToolBinding, ToolResult } from './tool';

/** Longer than any turn takes: what waits since then unannounced was left by one that died. */
const ORPHAN_MS = 2 * 60_000;
/** Arguments by which somebody could try what there is. */
const GUESSABLE = ['order', 'code'];

/**
 * Where a model's wish for an action ends: as something that waits for the customer's yes, for a person, or as a no.
 * Nothing is ever carried out from here.
 */
@Injectable()
export class ActionDesk {
  constructor(
    private readonly runs: ActionRuns,
    private readonly decisions: ActionDecisions,
    private readonly policies: PolicyService,
  ) {}

  async propose(ctx: Ctx, binding: ToolBinding, action: Action, given: Record<string, unknown>): Promise<ToolResult> {
    const { level, addresses } = identityOf(binding);
    const needed = await this.neededFor(ctx, action);
    // Before anything is looked up: who is not sure enough learns nothing of what there is.
    if (level < needed && !this.reachesOwner(action, binding))
      return answer(tooUnsure(action, needed), 'Not sure enough who writes');
    if (binding.proposed && action.risk !== 'read')
      return answer(oneAtATime(action), 'Something else waits for the customer already');

    const wanted = boundArguments(action, given);
    const refused = tooManyMisses(binding);
    if (refused && GUESSABLE.some((name) => name in wanted)) return refused;
    if ('order' in wanted) {
      const whose = action.risk === 'read' ? disclosedTo(binding) : addresses;
      const found = await ownOrder(ctx, binding, String(wanted.order), whose);
      if (found === 'unavailable') return answer(notReadable(action), 'The shop did not answer');
      if (found === null) {
        binding.misses += 1;
        return { ...answer(notTheirs(action), 'No such order of this customer'), missed: true };
      }
      wanted.order = found.id;
    }
    const twin = await this.waitsAlready(ctx, binding, action, wanted);
    if (twin) return this.told(twin, binding);
    return this.run(ctx, binding, action, wanted);
  }

  /** An answer that goes to the address on the order reaches its owner, whoever asked. */
  private reachesOwner({ risk }: Action, { destination }: ToolBinding): boolean {
    return risk === 'read' && destination !== null && destination.kind !== 'visitor';
  }

  /** What was proposed and will not be put before the customer after all. */
  async abandon(ctx: Ctx, runId: string, why: string): Promise<void> {
    try {
      await this.decisions.decline(ctx, runId, why);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  /** What an earlier turn proposed and, as it died, never put before the customer. `kept`: what they know of. */
  async sweep(ctx: Ctx, ticketId: string, kept: readonly (string | undefined)[], now: Date): Promise<void> {
    for (const run of await this.runs.waitingOf(ctx, ticketId)) {
      if (run.state !== 'awaiting_confirmation' || kept.includes(run.id)) continue;
      if (Date.parse(run.createdAt) < now.getTime() - ORPHAN_MS)
        await this.abandon(ctx, run.id, 'It was not put before the customer.');
    }
  }

  private async run(
    ctx: Ctx,
    binding: ToolBinding,
    action: Action,
    args: Record<string, unknown>,
  ): Promise<ToolResult> {
    const { level, addresses } = identityOf(binding);
    let result: RunResult;
    try {
      result = await this.runs.run(ctx, action.name, {
        arguments: args,
        ticketId: binding.ticketId,
        assurance: level,
        addresses,
        destination: binding.destination?.value ?? null,
        confirm: true,
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, message } = error;
      return answer({ state: 'cannot', action: action.name, code, reason: cleanLine(message, 300) }, message);
    }
    if (!result.ok) {
      const { code, message } = result;
      // A code that does not exist is a guess as any other.
      const missed = code === 'not_found';
      if (missed) binding.misses += 1;
      const data: ActionToolData = { state: 'cannot', action: action.name, code, reason: cleanLine(message, 300) };
      return { ...answer(data, message), missed };
    }
    const { run, shown } = result;
    if (run.state === 'awaiting_confirmation' && run.decision.offer) return this.offerFirst(ctx, run);
    if (run.state === 'awaiting_confirmation' && shown) return this.asked(run, shown, binding);
    return this.told(run, binding);
  }

  private asked(run: ActionRunBody, shown: Shown, binding: ToolBinding): ToolResult {
    const data = actionData(run, ownEmails(binding), shown.facts, binding.language);
    const facts = data.state === 'awaiting_confirmation' ? data.facts : [];
    const summary = data.state === 'awaiting_confirmation' ? data.summary : run.summary;
    const proposal = { runId: run.id, action: run.action, summary, facts, hash: shown.hash };
    binding.proposed = proposal;
    const evidence = evidenceOf(run, shown.facts);
    return { ...answer(data, `Proposed: ${run.summary}`), evidence, runId: run.id, proposal };
  }

  /** The policy wants something put before the customer instead: nothing waits until they say what they think of it. */
  private async offerFirst(ctx: Ctx, run: ActionRunBody): Promise<ToolResult> {
    await this.abandon(ctx, run.id, 'An offer is made first.');
    const { decision } = run;
    const data: ActionToolData = {
      state: 'denied',
      action: run.action,
      reason: decision.reason,
      rule: decision.rule,
      customerText: decision.offer?.text ?? null,
      needs: null,
      offer: decision.offer,
    };
    return { ...answer(data, 'An offer comes first'), runId: run.id };
  }

  private told(run: ActionRunBody, binding: ToolBinding): ToolResult {
    const data = actionData(run, ownEmails(binding), [], binding.language);
    const evidence = run.evidence.flatMap(({ source, at, facts }) =>
      facts.map((fact) => ({ ...fact, source: `${source}, read ${at}` })),
    );
    return { ...answer(data, `${run.summary}: ${run.state.replace(/_/g, ' ')}`), evidence, runId: run.id };
  }

  /** The same wish twice asks a person once. */
  private async waitsAlready(
    ctx: Ctx,
    { ticketId }: ToolBinding,
    action: Action,
    args: Record<string, unknown>,
  ): Promise<ActionRunBody | null> {
    const waiting = await this.runs.waitingOf(ctx, ticketId);
    const same = waiting.find((run) => {
      if (run.state !== 'awaiting_approval' || run.action !== action.name) return false;
      return Object.entries(args).every(
        ([name, value]) => JSON.stringify(run.arguments[name]) === JSON.stringify(value),
      );
    });
    return same ?? null;
  }

  private async neededFor(ctx: Ctx, action: Action): Promise<Assurance> {
    const { document } = await this.policies.current(ctx);
    return Math.max(action.assurance, document.ai.assurance[action.name] ?? 0) as Assurance;
  }
}

const answer = (data: ActionToolData, summary: string): ToolResult => ({ ok: true, data, evidence: [], summary });

const tooUnsure = ({ name }: Action, needed: Assurance): ActionToolData => ({
  state: 'denied',
  action: name,
  reason: 'It is not sure enough who is writing.',
  rule: 'ai.assurance',
  customerText: null,
  needs: needed > 2 ? 3 : 2,
  offer: null,
});
const oneAtATime = ({ name }: Action): ActionToolData => ({
  state: 'cannot',
  action: name,
  code: 'one_at_a_time',
  reason: "Something else waits for the customer's yes. Ask for that first; this one comes after it.",
});
const notReadable = ({ name }: Action): ActionToolData => ({
  state: 'cannot',
  action: name,
  code: 'unavailable',
  reason: 'The shop does not answer right now.',
});
/** The same for an order that does not exist and for somebody else's. */
const notTheirs = ({ name }: Action): ActionToolData => ({
  state: 'cannot',
  action: name,
  code: 'not_found',
  reason: 'This customer has no such order.',
});

export function ownEmails(binding: ToolBinding): string[] {
  const { addresses } = identityOf(binding);
  const all = binding.destination ? [...addresses, binding.destination] : addresses;
  return all.flatMap(({ kind, value }) => (kind === 'email' ? [value] : []));
}

function evidenceOf(run: ActionRunBody, facts: { label: string; value: string }[]): EvidenceBody[] {
  const source = `would be done: ${run.summary}`;
  return facts.map(({ label, value }) => ({ label, value: cleanLine(value, 300), source }));
}
