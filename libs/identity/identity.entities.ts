import { ApiKeyEntity } from './api-keys/api-key.entity';
import { MembershipEntity } from './people/membership.entity';
import { PersonEntity } from './people/person.entity';
import { SessionEntity } from './sessions/session.entity';
import { WorkspaceEntity } from './workspace/workspace.entity';

export const identityEntities = [WorkspaceEntity, PersonEntity, MembershipEntity, SessionEntity, ApiKeyEntity];
