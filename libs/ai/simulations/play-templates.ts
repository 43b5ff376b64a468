import type { SimulationReport, SimulationResult } from '@satchel/contracts';
import { DEFAULT_POLICY } from '@satchel/policies';
import { BuiltInChatModel } from '../engine/built-in-chat-model';
import { HOUSE } from '../engine/engine';
import { play } from './play';
import { reportOf } from './report';
import type { Trial } from './simulated-talk';
import { TEMPLATES } from './templates';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** The simulations that come along, k times each, against what the house ships; no database, no network. */
export async function playTemplates(k: number, most: number | null = null): Promise<SimulationReport> {
  const model = new BuiltInChatModel();
  await model.warm();
  const trial: Trial = {
    workspaceId: NOBODY,
    shop: 'Fernhill Outfitters',
    procedures: HOUSE,
    policy: { version: 0, document: DEFAULT_POLICY },
    brains: [{ name: 'built-in', model, attempts: 1 }],
    hosts: [],
    articles: null,
  };
  const results: SimulationResult[] = [];
  for (const { id, draft } of TEMPLATES.slice(0, most ?? undefined)) {
    const plays: SimulationResult['plays'] = [];
    for (let seed = 0; seed < k; seed += 1) plays.push(await play(draft, trial, seed));
    results.push({ id, name: draft.name, plays });
  }
  return reportOf(results, k, 'built-in');
}
