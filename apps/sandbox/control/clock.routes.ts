import type { FastifyInstance } from 'fastify';
import { DAY, HOUR, MINUTE } from '../seed/clock';
import { catchUp } from '../seed/changes';
import type { World } from '../seed/world';

/** The clock of the whole sandbox: the real one (or a test's), moved by what the control API asked for. */
export class SandboxClock {
  private moved = 0;

  constructor(private readonly real: () => Date) {}

  /** Bound, as all the vendors keep it. */
  readonly now = (): Date => new Date(this.real().getTime() + this.moved);

  advance(ms: number): void {
    this.moved += ms;
  }

  set(at: Date): void {
    this.moved = at.getTime() - this.real().getTime();
  }

  putBack(): void {
    this.moved = 0;
  }
}

const units: Record<string, number> = { s: 1000, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };

/** Milliseconds, or "90m", "3d"; null when it is neither. */
function durationOf(text: unknown): number | null {
  if (typeof text === 'number') return Number.isFinite(text) ? text : null;
  const [, count, unit = ''] = /^(-?\d+(?:\.\d+)?)([smhdw])$/.exec(typeof text === 'string' ? text : '') ?? [];
  return count === undefined ? null : Number(count) * (units[unit] ?? 0);
}

/** Time travel, and what was made to happen. */
export function timeRoutes(app: FastifyInstance, world: World, clock: SandboxClock): void {
  /** `{advance: "3d" | ms}` or `{set: iso}`; what was due on the way happens, each at its own time. */
  app.post('/__control/clock', async (request, reply) => {
    const { advance, set } = (request.body ?? {}) as { advance?: unknown; set?: string };
    const by = durationOf(advance);
    const to = set === undefined ? null : new Date(set);
    if (to && !Number.isNaN(to.getTime())) clock.set(to);
    else if (by !== null) clock.advance(by);
    else return reply.code(400).send({ error: 'advance is "3d" or milliseconds, set a time' });
    const happened = catchUp(world);
    return { now: clock.now().toISOString(), happened };
  });

  /** All of them, or those of `?kind=`, `?target=` or `?key=`. */
  app.get('/__control/effects', async (request) => {
    const { kind, target, key } = request.query as { kind?: string; target?: string; key?: string };
    const effects = world.effects.filter(
      (one) =>
        (kind === undefined || one.kind === kind) &&
        (target === undefined || one.target === target) &&
        (key === undefined || one.key === key),
    );
    return { effects };
  });
}
