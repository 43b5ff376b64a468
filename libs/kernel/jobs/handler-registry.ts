import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Ctx } from '../ctx/ctx';
import type { LoggedEvent } from '../events/logged-event';
import { ON_EVENT, type SubscriberOptions } from '../events/on-event';
import { definedJobs, type JobDefinition } from './define-job';
import { JOB_HANDLER, type JobInfo } from './job-handler';

export interface FoundHandler {
  /** The queue's name for it. */
  task: string;
  /** `Class.method`, for messages. */
  where: string;
  run(ctx: Ctx, data: unknown, info: JobInfo): Promise<unknown>;
}

export interface FoundSubscriber {
  task: string;
  types: ReadonlySet<string>;
}

type Method = (ctx: Ctx, data: unknown, info: JobInfo) => unknown;

/** Finds every @JobHandler and @OnEvent of the loaded rooms. */
@Injectable()
export class HandlerRegistry {
  private scanned: { handlers: Map<string, FoundHandler>; subscribers: FoundSubscriber[] } | undefined;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  get handlers(): ReadonlyMap<string, FoundHandler> {
    return this.scan().handlers;
  }

  get subscribers(): readonly FoundSubscriber[] {
    return this.scan().subscribers;
  }

  assertOneHandlerEach(): void {
    this.scan();
  }

  assertEveryJobHandled(): void {
    const missing = definedJobs().filter(({ name }) => !this.handlers.has(name));
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(', ');
      throw new Error(`no @JobHandler for: ${names}. Write one, or import the module that has it.`);
    }
  }

  private scan(): { handlers: Map<string, FoundHandler>; subscribers: FoundSubscriber[] } {
    if (this.scanned) return this.scanned;
    const handlers = new Map<string, FoundHandler>();
    const subscribers: FoundSubscriber[] = [];
    const add = (handler: FoundHandler): void => {
      const other = handlers.get(handler.task);
      if (other) throw new Error(`${handler.task} has two handlers, ${other.where} and ${handler.where}: keep one.`);
      handlers.set(handler.task, handler);
    };
    for (const { where, method, run } of this.methods()) {
      const job = Reflect.getMetadata(JOB_HANDLER, method) as JobDefinition<object> | undefined;
      if (job) add({ task: job.name, where, run });
      const subscription = Reflect.getMetadata(ON_EVENT, method) as SubscriberOptions | undefined;
      if (subscription) {
        const task = `on:${subscription.name}`;
        add({ task, where, run: (ctx, data, info) => run(ctx, reviveEvent(data), info) });
        subscribers.push({ task, types: new Set(subscription.types) });
      }
    }
    this.scanned = { handlers, subscribers };
    return this.scanned;
  }

  private *methods(): Generator<{ where: string; method: object; run: FoundHandler['run'] }> {
    for (const wrapper of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      const instance = wrapper.instance as Record<string, unknown> | undefined;
      if (!instance || typeof instance !== 'object' || !wrapper.isDependencyTreeStatic()) continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (!prototype || prototype === Object.prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = instance[name];
        if (typeof method !== 'function') continue;
        const where = `${instance.constructor.name}.${name}`;
        yield { where, method, run: async (...args) => (method as Method).apply(instance, args) };
      }
    }
  }
}

/** JSON has no dates. */
function reviveEvent(data: unknown): LoggedEvent {
  const event = data as LoggedEvent;
  return { ...event, at: new Date(event.at) };
}
