import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import type { EvidenceBody } from '@satchel/contracts';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { Memory } from '../conversation/memory';
import type { EngineView } from '../engine/engine-view';
import type { GateResult } from '../gate/gate';
import { repairPrompt } from '../gate/repair';
import type { AiTool, Proposal, ToolResult } from '../tools/tool';
import { runTool, TOOLS } from '../tools/toolbox';
import type { Answer, Fault } from './ask';
import { ask, isFault } from './ask';
import {
  type Brain,
  type Budget,
  BUDGET,
  type LoopEnd,
  type LoopInput,
  type LoopResult,
  type StoredToolCall,
  type TranscriptLine,
} from './loop-types';
import { mended } from './mended';
import { Veil } from './veil';

/** A model that wants to see the turn as a whole, step by step, instead of reading it out of messages. */
interface SeesTurn {
  forTurn(view: EngineView): BaseChatModel;
}

export async function runLoop(input: LoopInput): Promise<LoopResult> {
  const run = new Run(input);
  for (const [index, brain] of input.brains.entries()) {
    const isLast = index === input.brains.length - 1;
    const end = await run.with(brain, isLast);
    if (end && (isLast || !yields(brain, end))) return run.result(brain, end);
  }
  const last = input.brains.at(-1);
  return run.result(last, {
    kind: 'hand_over',
    reason: 'engine_failed',
    summary: 'No engine could finish this turn.',
    draft: null,
  });
}

/** It reads no messages but ours, and nothing that it reads leaves the house. */
const BUILT_IN = 'built-in';

/** Why a person takes over whatever another brain would make of it. */
const FOR_PEOPLE: readonly HandoffReason[] = [
  ...(['safety', 'legal', 'human_requested', 'injection'] as const),
  ...(['no_reply_needed', 'too_many_lookups', 'confirmation'] as const),
];

function yields(brain: Brain, end: LoopEnd): boolean {
  return brain.yields === true && end.kind === 'hand_over' && !FOR_PEOPLE.includes(end.reason);
}

function seesTurn(model: BaseChatModel): model is BaseChatModel & SeesTurn {
  return 'forTurn' in model && typeof model.forTurn === 'function';
}

class Run {
  private readonly budget: Budget;
  private readonly started: number;
  private readonly faults: string[] = [];
  private readonly transcript: TranscriptLine[] = [];
  private readonly toolCalls: StoredToolCall[] = [];
  private readonly tokens = { input: 0, output: 0 };
  private modelCalls = 0;
  // What one brain learned; a brain that takes over learns it again for itself.
  private evidence: EvidenceBody[] = [];
  private results: unknown[] = [];
  private tools: string[] = [];
  private asked: string[] = [];
  private intent: string | null = null;
  private memory: Memory | undefined;
  private proposal: Proposal | null = null;
  private passages: string[] = [];
  private rewrites = 0;
  private dropped: string[] = [];

  constructor(private readonly input: LoopInput) {
    this.budget = { ...BUDGET, ...input.budget };
    this.started = input.elapsed();
  }

  result(brain: Brain | undefined, end: LoopEnd): LoopResult {
    const { evidence, results, tools, asked, intent, memory, transcript, toolCalls, tokens, modelCalls, faults } = this;
    return {
      tools,
      offered: (this.input.tools ?? TOOLS).map(({ name }) => name),
      mended: { rewrites: this.rewrites, dropped: this.dropped },
      proposal: this.proposal,
      passages: this.passages,
      memory,
      end,
      brain: brain?.name ?? 'none',
      evidence,
      results,
      asked,
      intent,
      transcript,
      toolCalls,
      tokens,
      modelCalls,
      faults,
    };
  }

  /** Null when this brain failed and the next one should try. */
  async with(brain: Brain, isLast: boolean): Promise<LoopEnd | null> {
    this.evidence = [];
    this.results = [];
    this.tools = [];
    this.dropped = [];
    this.asked = [];
    this.memory = undefined;
    this.passages = [];
    await this.forgetProposal();
    const deadline = this.started + this.budget.wallMs - (isLast ? 0 : this.budget.reserveMs);
    const tools = this.input.tools ?? TOOLS;
    const model = this.modelOf(brain, tools);
    const veil = new Veil(brain.name === BUILT_IN ? null : (this.input.pseudonyms ?? null));
    const messages: BaseMessage[] = veil.messages(this.input.messages);
    const done = new Set<string>();
    let toolCalls = 0;
    // What a model wrote before it was asked to write anew; it stays, when nothing better comes.
    let first: LoopEnd | null = null;

    for (let calls = 0; calls < this.budget.modelCalls; calls += 1) {
      const bound = model.bindTools?.(this.shown(brain, tools));
      if (!bound) return this.fail(brain, { fault: 'this model cannot call tools' });
      const answer = await this.ask(brain, bound, messages, { deadline, veil });
      if (isFault(answer)) return this.fail(brain, answer, first);
      if (answer.calls.length === 0) {
        const end: LoopEnd = { kind: 'answer', text: answer.text };
        const gate = first ? undefined : this.check(brain, answer.text);
        if (!gate || gate.passed) return end;
        if (brain.name === BUILT_IN) return this.shortened(brain, end, gate);
        first = end;
        this.rewrites += 1;
        const repair = repairPrompt(gate.problems.map((problem) => ({ ...problem, text: veil.hide(problem.text) })));
        messages.push(answer.message, new HumanMessage(repair));
        this.transcript.push({ brain: brain.name, role: 'gate', text: veil.reveal(repair) });
        continue;
      }
      messages.push(answer.message);

      for (const call of answer.calls) {
        toolCalls += 1;
        if (toolCalls > this.budget.toolCalls) return this.fail(brain, { fault: 'too many tool calls' }, first);
        const same = JSON.stringify([call.name, call.args]);
        if (done.has(same)) return this.fail(brain, { fault: `the same call twice: ${call.name}` }, first);
        done.add(same);
        const result = await this.call(call, tools);
        if (result.ok && call.name === 'hand_over') return this.handOver(call.args, answer.text);
        if (result.summary.startsWith('Refused: too many order numbers')) {
          return {
            kind: 'hand_over',
            reason: 'too_many_lookups',
            summary: 'Too many order numbers were tried in this conversation.',
            draft: null,
          };
        }
        const content = JSON.stringify(veil.data(result.data));
        messages.push(new ToolMessage({ content, tool_call_id: call.id, name: call.name }));
        this.transcript.push({ brain: brain.name, role: 'tool', text: JSON.stringify(result.data) });
      }
    }
    return this.fail(brain, { fault: 'too many model calls' }, first);
  }

  /** A call of what it was not shown is judged like any other: what may happen is decided behind the tools. */
  private shown({ model }: Brain, tools: readonly AiTool[]): Pick<AiTool, 'name' | 'description' | 'schema'>[] {
    const { scope } = this.input;
    const lookedUp = new Set(this.tools);
    const fitting = scope && !seesTurn(model) ? tools.filter(({ name }) => scope(name, lookedUp)) : tools;
    return fitting.map(({ name, description, schema }) => ({ name, description, schema }));
  }

  private check({ name }: Brain, text: string): GateResult | undefined {
    const { results, tools, asked } = this;
    return this.input.check?.(text, { brain: name, results, tools, asked });
  }

  /** The engine cannot write anew; what it can prove, it says. */
  private shortened(brain: Brain, end: LoopEnd & { kind: 'answer' }, gate: GateResult): LoopEnd {
    // What is asked of the customer, they must have read whole.
    const shorter = this.proposal ? null : mended(end.text, gate, (text) => this.check(brain, text)?.passed ?? true);
    if (!shorter) return end;
    this.dropped = shorter.dropped;
    this.transcript.push({ brain: brain.name, role: 'gate', text: `Left out: ${shorter.dropped.join(' ')}` });
    return { kind: 'answer', text: shorter.text };
  }

  private async ask(
    brain: Brain,
    model: Parameters<typeof ask>[0]['model'],
    messages: BaseMessage[],
    { deadline, veil }: { deadline: number; veil: Veil },
  ): Promise<Answer | Fault> {
    let answer: Answer | Fault = { fault: 'not asked' };
    for (let attempt = 0; attempt < brain.attempts; attempt += 1) {
      // Going down is no fault of the model: the job runs again elsewhere.
      this.input.signal?.throwIfAborted();
      const timeoutMs = deadline - this.input.elapsed();
      if (timeoutMs <= 0) return { fault: 'out of time' };
      this.modelCalls += 1;
      const said = await ask({
        model,
        messages,
        timeoutMs,
        signal: this.input.signal,
        newId: this.input.newId,
        streamed: attempt > 0,
      });
      answer = isFault(said) ? said : veil.lifted(said);
      if (!isFault(answer)) {
        this.tokens.input += answer.tokens.input;
        this.tokens.output += answer.tokens.output;
        this.intent = answer.intent ?? this.intent;
        if (seesTurn(brain.model)) this.memory = answer.memory ?? this.memory;
        this.transcript.push({
          brain: brain.name,
          role: 'assistant',
          text: answer.text,
          calls: answer.calls.map((call) => ({ name: call.name, args: told(call) })),
        });
        return answer;
      }
      this.input.signal?.throwIfAborted();
      if (answer.error !== undefined) this.input.onError(answer.error, `brain ${brain.name}`);
      if (attempt + 1 < brain.attempts) this.faults.push(`${brain.name}: ${answer.fault}`);
    }
    return answer;
  }

  private async call(
    call: { name: string; args: Record<string, unknown> },
    tools: readonly AiTool[],
  ): Promise<ToolResult> {
    const started = this.input.elapsed();
    const result = await runTool(this.input.ctx, this.input.binding, call, {
      timeoutMs: Math.max(1, this.started + this.budget.wallMs - started),
      onError: (error) => this.input.onError(error, `tool ${call.name}`),
      tools,
    });
    this.toolCalls.push({
      tool: call.name.slice(0, 60),
      args: told(call),
      ok: result.ok,
      summary: result.summary,
      ms: Math.round(this.input.elapsed() - started),
      ...(result.missed ? { missed: true } : {}),
      ...(result.runId ? { runId: result.runId } : {}),
    });
    if (result.proposal) this.proposal = result.proposal;
    if (result.ok) {
      this.results.push(result.data);
      this.tools.push(call.name);
      this.passages.push(...citesOf(result.data));
      this.evidence.push(...result.evidence);
      for (const value of [call.args.orderNumber, call.args.order, call.args.trackingNumber])
        if (typeof value === 'string') this.asked.push(value);
    }
    return result;
  }

  private modelOf(brain: Brain, tools: readonly AiTool[]): BaseChatModel {
    const { view } = this.input;
    if (!view || !seesTurn(brain.model)) return brain.model;
    // What its tools return it reads from the messages, as every model does.
    return brain.model.forTurn({ ...view, tools: tools.map(({ name }) => name), seen: [] });
  }

  /** What the brain before this one proposed is nobody's any more. */
  private async forgetProposal(): Promise<void> {
    const { binding, abandon } = this.input;
    const left = binding.proposed;
    binding.proposed = null;
    this.proposal = null;
    if (left) await abandon?.(left);
  }

  private handOver(args: Record<string, unknown>, text: string): LoopEnd {
    return {
      kind: 'hand_over',
      reason: args.reason as HandoffReason,
      summary: String(args.summary),
      draft: text || null,
    };
  }

  private fail(brain: Brain, { fault }: Fault, instead: LoopEnd | null = null): LoopEnd | null {
    this.faults.push(`${brain.name}: ${fault}`);
    return instead;
  }
}

/** A code is a secret for its ten minutes; the record does without it. */
function told({ name, args }: { name: string; args: Record<string, unknown> }): Record<string, unknown> {
  return name === 'check_code' ? { code: '******' } : args;
}

function citesOf(data: unknown): string[] {
  const { passages } = (data ?? {}) as { passages?: unknown };
  return Array.isArray(passages) ? passages.map(({ cite }: { cite: unknown }) => String(cite)) : [];
}
