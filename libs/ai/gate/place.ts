import type { EvidenceSourceBody } from '@satchel/contracts';
import type { Fact, Facts, Scope } from './facts';

/** Where the visit stands in a tool's answer. */
export interface Place {
  tool: string;
  path: string;
  key: string;
  scope: Scope;
  /** What the record is called, for the label: "Order #1001". */
  of: string;
}

export function add(facts: Facts, kind: Fact['kind'], key: string, place: Place, value: unknown, unit?: string): void {
  facts.add({ kind, key, scope: place.scope, role: place.key, unit, source: sourceOf(place, value) });
}

/** "Order #1001, estimated delivery": fields in words. */
export function sourceOf(place: Place, value: unknown): EvidenceSourceBody {
  const field = place.key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return {
    tool: place.tool,
    path: place.path.replace(/^\[\d+\]\.?/, ''),
    label: [place.of, field].filter(Boolean).join(', ') || place.tool,
    value: typeof value === 'string' ? value.slice(0, 200) : String(value),
  };
}
