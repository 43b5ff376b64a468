import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiKeyController } from './api-keys/api-key.controller';
import { ApiKeyService } from './api-keys/api-key.service';
import { AuthGuard } from './auth/auth.guard';
import { Authenticator } from './auth/authenticator';
import { CredentialCache } from './auth/credential-cache';
import { SocketAuth } from './auth/socket-auth';
import { PeopleController } from './people/people.controller';
import { PeopleService } from './people/people.service';
import { PreferencesController } from './people/preferences.controller';
import { PreferencesService } from './people/preferences.service';
import { SessionController } from './sessions/session.controller';
import { SessionService } from './sessions/session.service';
import { SignInThrottle } from './sessions/sign-in-throttle';
import { SetupController } from './setup/setup.controller';
import { SetupService } from './setup/setup.service';
import { WorkspaceController } from './workspace/workspace.controller';
import { WorkspaceService } from './workspace/workspace.service';

/** Importing it closes every route of the application to strangers: the guard is global. */
@Global()
@Module({
  controllers: [
    SetupController,
    SessionController,
    PeopleController,
    PreferencesController,
    ApiKeyController,
    WorkspaceController,
  ],
  providers: [
    WorkspaceService,
    PeopleService,
    PreferencesService,
    SessionService,
    SignInThrottle,
    ApiKeyService,
    CredentialCache,
    Authenticator,
    SocketAuth,
    SetupService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [WorkspaceService, PeopleService, PreferencesService, SessionService, ApiKeyService, SocketAuth],
})
export class IdentityModule {}
