import type { Ctx } from '@satchel/kernel';
import { findOrdersTool } from './find-orders.tool';
import { handOverTool } from './hand-over.tool';
import type { AiTool, ToolBinding, ToolResult } from './tool';
import { trackShipmentTool } from './track-shipment.tool';

/** Look-ups that are there everywhere. */
export const TOOLS: readonly AiTool[] = [findOrdersTool, trackShipmentTool, handOverTool];

/** Fixed words: an exception's own text may hold hosts, tokens or another customer's data. */
const refused = (text: string, summary: string): ToolResult => ({
  ok: false,
  data: { error: text },
  evidence: [],
  summary,
});

/** One look-up asks shop and carrier once; a slower one would use up the whole turn. */
const LOOKUP_MS = 12_000;

/** Runs one call that a model asked for; never throws. */
export async function runTool(
  ctx: Ctx,
  binding: ToolBinding,
  call: { name: string; args: unknown },
  options: { timeoutMs: number; onError: (error: unknown) => void; tools?: readonly AiTool[] },
): Promise<ToolResult> {
  const tool = (options.tools ?? TOOLS).find((candidate) => candidate.name === call.name);
  if (!tool) return refused('There is no such tool.', 'Asked for a tool that does not exist');
  const args = tool.schema.safeParse(call.args);
  if (!args.success) return refused('The arguments do not fit this tool.', 'Called with arguments that do not fit');
  try {
    return await within(Math.min(options.timeoutMs, LOOKUP_MS), tool.run(ctx, binding, args.data));
  } catch (error) {
    options.onError(error);
    return refused('This look-up is not available right now.', 'The look-up failed');
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
