import type { ProcedurePartsBody, ProcedureToolBody } from '@satchel/contracts';
import { type Phrase, PHRASES } from '../engine/wording/phrases';
import { LANGUAGES } from '../text/language';
import { HANDOFF_REASONS } from '../tools/handoff-reasons';
import { INTENTS } from '../understand/understanding';
import { ORIGINS, SLOT_KINDS, TELLERS } from './document';
import { FACTS } from './facts';
import { type KnownTool, LOOK_UPS, PROPOSALS } from './known-tools';

/** What steps, slots and conditions can be made of, for whoever edits them. */
export function procedureParts(): ProcedurePartsBody {
  return {
    facts: Object.entries(FACTS).map(([name, { values, ...fact }]) => ({ name, ...fact, values: [...(values ?? [])] })),
    phrases: (Object.keys(PHRASES.en) as Phrase[]).map((name) => ({
      name,
      texts: Object.fromEntries(LANGUAGES.map((language) => [language, PHRASES[language][name]])),
    })),
    lookUps: toolsIn(LOOK_UPS),
    actions: toolsIn(PROPOSALS),
    reasons: Object.entries(HANDOFF_REASONS).map(([name, says]) => ({ name, says })),
    intents: [...INTENTS],
    tellers: [...TELLERS],
    slotKinds: [...SLOT_KINDS],
    origins: [...ORIGINS],
  };
}

const toolsIn = (tools: Readonly<Record<string, KnownTool>>): ProcedureToolBody[] =>
  Object.entries(tools).map(([name, { needs, may }]) => ({ name, needs: [...needs], may: [...may] }));
