import type { ConnectionService } from '@satchel/connectors';
import type { ApiKeyService, PeopleService, WorkspaceService } from '@satchel/identity';
import type { Database, Secrets } from '@satchel/kernel';
import type { ArticleService, KnowledgeService } from '@satchel/knowledge';

/** The services that the demo is written through. */
export interface SeedRooms {
  database: Database;
  secrets: Secrets;
  workspaces: WorkspaceService;
  people: PeopleService;
  keys: ApiKeyService;
  connections: ConnectionService;
  articles: ArticleService;
  knowledge: KnowledgeService;
}
