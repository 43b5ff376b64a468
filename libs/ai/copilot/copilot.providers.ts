import { CopilotAnswers } from './answers.service';
import { CopilotFacts } from './copilot-facts.service';
import { CopilotModel } from './copilot-model.service';
import { CopilotRewrites } from './rewrites.service';
import { CopilotSuggestions } from './suggestions.service';
import { CopilotSummaries } from './summaries.service';

/** Beside the room's own: these ask for the shop's articles, which tests of turns do without. */
export const copilotProviders = [
  CopilotAnswers,
  CopilotFacts,
  CopilotModel,
  CopilotRewrites,
  CopilotSuggestions,
  CopilotSummaries,
];
