import { z } from 'zod';
import type { StoredToolCall, TranscriptLine } from '../loop/loop-types';
import { HAND_OVER, handOverTool } from '../tools/hand-over.tool';
import type { AiTool, Proposal, ToolResult } from '../tools/tool';

/** What a tool once answered. */
interface Recorded extends StoredToolCall {
  data: unknown;
}

const UNKNOWN: ToolResult = {
  ok: false,
  data: { error: 'This look-up is not available right now.' },
  evidence: [],
  summary: 'It was not asked then',
};

/** Tools that look up nothing and change nothing: they say again what the record of a turn holds. */
export class RecordedAnswers {
  /** Calls that the turn did not make, so that nobody knows the answer. */
  readonly unanswered: string[] = [];
  private readonly record: readonly Recorded[];
  private readonly given = new Set<Recorded>();

  constructor(
    transcript: readonly TranscriptLine[],
    calls: readonly StoredToolCall[],
    private readonly proposal: Proposal | null,
  ) {
    this.record = recordOf(transcript, calls);
  }

  /** Under each name what was offered then; described as today where it still exists. */
  tools(names: readonly string[], today: readonly AiTool[] = []): AiTool[] {
    return names.map((name) => {
      if (name === HAND_OVER) return handOverTool;
      const { description = name, schema = z.record(z.string(), z.unknown()) } =
        today.find((tool) => tool.name === name) ?? {};
      return {
        name,
        description,
        schema,
        run: async (_ctx, _binding, args) => this.answer(name, args, (given) => schema.safeParse(given).data ?? given),
      };
    });
  }

  private answer(tool: string, args: unknown, read: (args: unknown) => unknown): ToolResult {
    const asked = canonical(args);
    // A code is not kept, so its call is known by its name.
    const fitting = this.record.filter(
      (one) => one.tool === tool && (tool === 'check_code' || canonical(read(one.args)) === asked),
    );
    const one = fitting.find((each) => !this.given.has(each)) ?? fitting.at(-1);
    if (!one) {
      this.unanswered.push(`${tool} ${tool === 'check_code' ? '' : asked}`.trim().slice(0, 200));
      return UNKNOWN;
    }
    this.given.add(one);
    const { ok, data, summary, missed, runId } = one;
    const proposed = runId !== undefined && runId === this.proposal?.runId ? { proposal: this.proposal } : {};
    return { ok, data, evidence: [], summary, missed, runId, ...proposed };
  }
}

/** Each answer stands in the transcript after the step that asked for it; how it went stands with the calls. */
function recordOf(transcript: readonly TranscriptLine[], calls: readonly StoredToolCall[]): Recorded[] {
  const left = [...calls];
  const take = (name: string, args: unknown): StoredToolCall | undefined => {
    const at = left.findIndex((call) => call.tool === name && canonical(call.args) === canonical(args));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  let open: { name: string; args: Record<string, unknown> }[] = [];
  const found: Recorded[] = [];
  for (const line of transcript) {
    if (line.role === 'assistant') open = [...(line.calls ?? [])];
    if (line.role !== 'tool') continue;
    const asked = open.shift();
    const call = asked && take(asked.name, asked.args);
    if (call) found.push({ ...call, data: parsed(line.text) });
  }
  // What ended the turn was answered to nobody.
  return [...found, ...left.map((call) => ({ ...call, data: {} }))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
