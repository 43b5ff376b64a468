import type { Role } from './common';

export interface PersonBody {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** Who the caller is: `GET /me` and the answer to a sign-in. */
export interface MeBody {
  person: PersonBody;
  workspace: { id: string; slug: string; name: string };
}

/** `GET|PATCH /me/preferences`. */
export interface PreferencesBody {
  /** How long a reply of mine can be taken back; null: as the desk's settings say. */
  undoSeconds: number | null;
  /** What to tell me by mail; nothing unless I asked. */
  notify: NotifyPreferences;
}

export interface NotifyPreferences {
  assigned: boolean;
  replied: boolean;
}

export interface UpdatePreferencesRequest {
  undoSeconds?: number | null;
  notify?: Partial<NotifyPreferences>;
}

export interface SignInRequest {
  email: string;
  password: string;
}

/** First run without a demo: makes the workspace and its owner, once. */
export interface SetupRequest {
  workspaceName: string;
  name: string;
  email: string;
  password: string;
}

/** What a visitor who is not signed in may know: which screen to show. */
export interface BootBody {
  needsSetup: boolean;
  /** Filled on a demo workspace only, so that the sign-in form can offer it. */
  demo: { email: string; password: string; deskUrl: string | null } | null;
}

export interface ApiKeyBody {
  id: string;
  name: string;
  prefix: string;
  createdAt: string;
  lastUsedAt: string | null;
}
