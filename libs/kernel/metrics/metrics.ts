import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds, from a fast query to a slow vendor. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** This process' numbers, served at /metrics. Asking twice for a name gives the same one. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private collecting = false;

  counter<L extends string = string>(name: string, help: string, labels: readonly L[] = []): Counter<L> {
    return (
      (this.registry.getSingleMetric(name) as Counter<L> | undefined) ??
      new Counter({ name, help, labelNames: [...labels], registers: [this.registry] })
    );
  }

  gauge<L extends string = string>(name: string, help: string, labels: readonly L[] = []): Gauge<L> {
    return (
      (this.registry.getSingleMetric(name) as Gauge<L> | undefined) ??
      new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] })
    );
  }

  histogram<L extends string = string>(
    name: string,
    help: string,
    labels: readonly L[] = [],
    buckets: readonly number[] = BUCKETS,
  ): Histogram<L> {
    return (
      (this.registry.getSingleMetric(name) as Histogram<L> | undefined) ??
      new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [this.registry] })
    );
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The process' own numbers are watched from the first scrape on, so that nobody pays who never asks. */
  async scrape(): Promise<string> {
    if (!this.collecting) {
      this.collecting = true;
      collectDefaultMetrics({ register: this.registry });
    }
    return this.registry.metrics();
  }
}
