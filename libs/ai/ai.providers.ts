import { ApprovedHandlers } from './turns/approved.handlers';
import { Meanings } from './turns/meanings.service';
import { TurnReplay } from './replay/turn-replay.service';
import { TurnReplayQueries } from './replay/turn-replay.queries';
import { Publishing } from './simulations/publishing.service';
import { AiReplay } from './simulations/replay.service';
import { ReplayedQueries } from './simulations/replay.queries';
import { SavedTicketQueries } from './simulations/saved-ticket.queries';
import { SavedTickets } from './simulations/saved-ticket.service';
import { SimulationQueries, SimulationRunQueries } from './simulations/simulation.queries';
import { SimulationRuns } from './simulations/simulation-runs.service';
import { Simulations } from './simulations/simulations.service';
import { TeachingService } from './teaching/teaching.service';
import { TeachingQueries } from './teaching/teaching.queries';
import { ShadowQueries } from './teaching/shadow.queries';
import { Shadows } from './teaching/shadows.service';
import { TaughtModels } from './teaching/taught-models.service';
import { IdentityQueries } from './identity/identity.queries';
import { Identities } from './identity/identities.service';
import { CodeSender } from './identity/code-sender.service';
import { Procedures } from './procedures/procedure.service';
import { ProcedureQueries } from './procedures/procedure.queries';
import { SenderQueries } from './turns/sender.queries';
import { Listening } from './turns/listening.service';
import { CustomersWords } from './turns/customers-word.service';
import { ConversationQueries } from './turns/conversation.queries';
import { Tools } from './tools/tools.service';
import { ActionDesk } from './tools/action-desk.service';
import { Brains } from './brains/brains.service';
import { HandoffQueries } from './handoff/handoff.queries';
import { Handoffs } from './handoff/handoffs.service';
import { Modes } from './modes/modes.service';
import { QualityQueries } from './modes/quality.queries';
import { VerdictHandlers } from './modes/verdict.handlers';
import { Verdicts } from './modes/verdicts.service';
import { AiSettings } from './settings/ai-settings.service';
import { ShopHostQueries } from './turns/shop-hosts.queries';
import { ShopHosts } from './turns/shop-hosts.service';
import { OutcomeService } from './turns/outcome.service';
import { TurnHandlers } from './turns/turn.handlers';
import { AiTurnQueries } from './turns/turn.queries';
import { SceneReader } from './turns/scene-reader.service';
import { Thinking } from './turns/thinking.service';
import { TurnService } from './turns/turn.service';

/** Everything of the room but its controllers; tests put their own shop beside it. */
export const aiProviders = [
  ApprovedHandlers,
  Meanings,
  AiReplay,
  TurnReplay,
  TurnReplayQueries,
  Publishing,
  ReplayedQueries,
  SavedTicketQueries,
  SavedTickets,
  SimulationQueries,
  SimulationRunQueries,
  SimulationRuns,
  Simulations,
  TeachingService,
  TeachingQueries,
  TaughtModels,
  ShadowQueries,
  Shadows,
  IdentityQueries,
  Identities,
  CodeSender,
  Procedures,
  ProcedureQueries,
  SenderQueries,
  Listening,
  CustomersWords,
  ConversationQueries,
  Tools,
  ActionDesk,
  AiSettings,
  AiTurnQueries,
  Brains,
  HandoffQueries,
  Handoffs,
  Modes,
  OutcomeService,
  QualityQueries,
  ShopHostQueries,
  ShopHosts,
  TurnHandlers,
  SceneReader,
  Thinking,
  TurnService,
  VerdictHandlers,
  Verdicts,
];
