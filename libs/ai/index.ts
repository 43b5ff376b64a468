export { AiModule } from './ai.module';
export { AiSettings } from './settings/ai-settings.service';
export { AiTurnQueries } from './turns/turn.queries';
