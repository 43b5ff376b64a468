import type { EventMap, ProcedureBody, ProcedureListBody, ProcedureVersionPage } from '@satchel/contracts';
import { AppError, Clock, type Ctx, EventLog, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { BUILT_IN } from './built-in';
import type { ProcedureDocument } from './document';
import type { ActiveProcedure } from './frames';
import type { StoredProcedure } from './procedure.queries';
import { ProcedureQueries } from './procedure.queries';
import { validate } from './validate';

/** A shop's own procedures are read with each turn. */
const MAX_OWN = 100;
/** Older ones nobody goes back to. */
const MAX_VERSIONS = 100;

/** How a workspace wants wishes to be worked: what the house ships, until the shop writes its own. */
@Injectable()
export class Procedures {
  constructor(
    private readonly queries: ProcedureQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** What holds now, the shop's own first: where two start by the same wish, hers is taken. */
  async active(ctx: Ctx): Promise<readonly ActiveProcedure[]> {
    return this.beside(await this.queries.newest(ctx));
  }

  /** What held when these versions of the shop's own did. */
  async ofVersions(
    ctx: Ctx,
    versions: readonly { name: string; version: number }[],
  ): Promise<readonly ActiveProcedure[]> {
    return this.beside(versions.length > 0 ? await this.queries.ofVersions(ctx, versions) : []);
  }

  async list(ctx: Ctx): Promise<ProcedureListBody> {
    const stored = new Map((await this.queries.newest(ctx)).map((row) => [row.name, row]));
    const shipped = BUILT_IN.map((document) => this.bodyOf(document.name, stored.get(document.name) ?? null));
    const own = [...stored.keys()]
      .filter((name) => !shippedNamed(name))
      .map((name) => this.bodyOf(name, stored.get(name) ?? null));
    return { data: [...shipped, ...own].flatMap((body) => body ?? []) };
  }

  async get(ctx: Ctx, name: string): Promise<ProcedureBody> {
    const body = this.bodyOf(name, await this.queries.one(ctx, name));
    if (!body) throw notFound(name);
    return body;
  }

  /** Newest first; each as it was written, whether or not it would still run. */
  async versions(ctx: Ctx, name: string): Promise<ProcedureVersionPage> {
    await this.get(ctx, name);
    const rows = await this.queries.versions(ctx, name, MAX_VERSIONS);
    const data = rows.map(({ version, changedBy, changedAt, document }) => ({
      version,
      changedBy,
      changedAt: changedAt.toISOString(),
      document: document as ProcedureDocument | null,
    }));
    return { data, nextCursor: null };
  }

  async create(ctx: Ctx, input: unknown): Promise<ProcedureBody> {
    const document = valid(input);
    const exists = this.bodyOf(document.name, await this.queries.one(ctx, document.name));
    if (exists)
      throw new AppError('procedure_exists', 409, `There is a procedure "${document.name}" already. Change that one.`);
    if ((await this.queries.newest(ctx)).length >= MAX_OWN)
      throw new AppError('too_many_procedures', 409, `A shop has ${MAX_OWN} procedures of its own at most.`);
    return this.write(ctx, document.name, document);
  }

  /** Writes the next version; earlier ones are kept. */
  async change(ctx: Ctx, name: string, input: unknown, expectedVersion?: number): Promise<ProcedureBody> {
    await this.get(ctx, name);
    const document = valid(input);
    if (document.name !== name)
      throw notValid([
        { field: 'name', message: `"name" must stay "${name}". For another name make a new procedure.` },
      ]);
    return this.write(ctx, name, document, expectedVersion);
  }

  /** Back to what the house ships; a procedure of the shop's own is gone. */
  async reset(ctx: Ctx, name: string): Promise<void> {
    const body = await this.get(ctx, name);
    if (body.origin !== 'house') await this.add(ctx, name, null);
  }

  private beside(stored: readonly StoredProcedure[]): readonly ActiveProcedure[] {
    const written = stored.flatMap((row): ActiveProcedure[] => {
      const document = this.read(row);
      return document ? [{ document, version: row.version }] : [];
    });
    const names = new Set(written.map(({ document }) => document.name));
    const shipped = BUILT_IN.filter(({ name }) => !names.has(name)).map((document) => ({ document, version: 0 }));
    return [...written, ...shipped];
  }

  private async write(ctx: Ctx, name: string, document: ProcedureDocument, expected?: number): Promise<ProcedureBody> {
    await this.add(ctx, name, document, expected);
    return this.get(ctx, name);
  }

  private add(ctx: Ctx, name: string, document: ProcedureDocument | null, expected?: number): Promise<void> {
    return ctx.transaction(async (tx) => {
      const newest = await this.queries.one(tx, name);
      // Reset, it is the shipped one again, which whoever reads it knows as version 0.
      const shown = newest?.document ? newest.version : 0;
      const version = (newest?.version ?? 0) + 1;
      const stale = expected !== undefined && expected !== shown;
      if (stale || !(await this.queries.add(tx, { name, version, document }, this.clock.now()))) throw staleProcedure();
      await this.events.append<EventMap, 'procedure.changed'>(tx, 'procedure.changed', { name, version });
    });
  }

  private bodyOf(name: string, stored: StoredProcedure | null): ProcedureBody | null {
    const shipped = shippedNamed(name);
    const written = stored && this.read(stored);
    const document = written ?? shipped;
    if (!document) return null;
    return {
      name,
      title: document.title,
      intents: document.intents,
      origin: !written ? 'house' : shipped ? 'edited' : 'own',
      off: document.off === true,
      version: written ? stored.version : 0,
      document,
      changedBy: written ? stored.changedBy : null,
      changedAt: written ? stored.changedAt.toISOString() : null,
    };
  }

  /** A document of an earlier release may not fit this one: then what the house ships is used, and somebody is told. */
  private read({ name, version, document }: StoredProcedure): ProcedureDocument | null {
    if (document === null) return null;
    const result = validate(document);
    if (result.ok) return result.document;
    this.log.warn(
      { procedure: name, version, problems: result.problems },
      'a stored procedure does not fit this release',
    );
    return null;
  }
}

const shippedNamed = (name: string): ProcedureDocument | null => BUILT_IN.find((each) => each.name === name) ?? null;

function valid(input: unknown): ProcedureDocument {
  const result = validate(input);
  if (!result.ok) throw notValid(result.problems);
  return result.document;
}

const notValid = (errors: { field: string; message: string }[]): AppError =>
  new AppError(
    'procedure_not_valid',
    422,
    errors
      .map(({ message }) => message)
      .join(' ')
      .slice(0, 2000),
    { errors },
  );
const notFound = (name: string): AppError => new AppError('not_found', 404, `There is no procedure "${name}".`);
const staleProcedure = (): AppError =>
  new AppError(
    'stale_procedure',
    409,
    'Somebody changed this procedure since you read it. Read it again and repeat your change.',
  );
