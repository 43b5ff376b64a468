import type { BeginSignInRequest, SignInOutcome } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import { AppError, Clock, Config, type Ctx, Ids, Log, Secrets } from '@satchel/kernel';
import { type ConnectorOAuth, ConnectorError, type OAuthGrant, type OAuthSignIn } from '../port';
import { findConnector } from '../registry';
import { Adapters } from './adapters.service';
import {
  addressTaken,
  badCredentials,
  needsBrowserSession,
  signsInNowhere,
  unknownConnection,
  unknownConnector,
  unknownProvider,
} from './connection.errors';
import { ConnectionQueries, type ConnectionRow } from './connection.queries';
import { ConnectionService } from './connection.service';
import { HealthService } from './health.service';
import { OAuthFlowQueries } from './oauth-flow.queries';
import { challengeOf, newVerifier, readState, sessionMark, stateOf } from './oauth-proof';

export const CALLBACK_PATH = '/api/v1/connections/oauth/callback';
/** Long enough to find one's phone for the second factor. */
const FLOW_MS = 10 * 60_000;

/** What is kept, sealed, between leaving for the vendor and coming back. */
interface Flow {
  connectorId: string;
  provider: string;
  /** Null: a new one is made. */
  connectionId: string | null;
  label: string;
  address: string | null;
  baseUrl: string | null;
  /** Credentials that differ from the stored ones. */
  changes: Record<string, unknown>;
  verifier: string;
}

export interface BeginSignIn extends BeginSignInRequest {
  /** As `NewConnection.baseUrl`: never taken from a request. */
  baseUrl?: string | null;
}

/** How a sign-in ended, and the connection that has it, where one does. */
export interface SignInEnd {
  outcome: SignInOutcome;
  connectionId: string | null;
}

const end = (outcome: SignInOutcome, connectionId: string | null = null): SignInEnd => ({ outcome, connectionId });

/** Signing in at a vendor in the browser: the way there, and what becomes of the code that comes back. */
@Injectable()
export class OAuthService {
  private readonly sign = (purpose: string, text: string): string => this.secrets.sign(purpose, text);

  constructor(
    private readonly connections: ConnectionService,
    private readonly adapters: Adapters,
    private readonly rows: ConnectionQueries,
    private readonly flows: OAuthFlowQueries,
    private readonly health: HealthService,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  get redirectUri(): string {
    return `${this.config.publicUrl}${CALLBACK_PATH}`;
  }

  /** Where to send the browser whose session this is. Refuses settings that no connection could be made of. */
  async begin(ctx: Ctx, session: string | null, input: BeginSignIn): Promise<string> {
    const personId = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    if (!personId || !session) throw needsBrowserSession();
    const { flow, oauth, credentials } = await this.flowOf(ctx, input);
    const now = this.clock.now();
    const id = this.ids.next();
    const row = {
      id,
      personId,
      sessionMark: sessionMark(this.sign, session),
      secret: this.secrets.seal(JSON.stringify(flow)),
      expiresAt: new Date(now.getTime() + FLOW_MS),
    };
    await this.flows.begin(ctx, row, now);
    const proof = { state: stateOf(this.sign, id), challenge: challengeOf(flow.verifier) };
    return oauth.authorizationUrl({ ...this.signIn(flow, credentials), ...proof });
  }

  /** The browser is back. `answer`: what the vendor wrote into the address (RFC 6749, 4.1.2). */
  async complete(ctx: Ctx, session: string | null, answer: Record<string, unknown>): Promise<SignInEnd> {
    const flow = await this.take(ctx, session, answer.state);
    if (typeof flow === 'string') return end(flow);
    const { connectionId } = flow;
    if (typeof answer.error === 'string') return end(refusalOf(answer.error), connectionId);
    if (typeof answer.code !== 'string' || answer.code === '') return end('refused', connectionId);
    const ended = await this.exchanged(ctx, flow, answer.code);
    const { connectorId, provider } = flow;
    this.log.info(
      { connectorId, provider, connectionId: ended.connectionId, outcome: ended.outcome },
      'a sign-in ended',
    );
    return ended;
  }

  private async flowOf(
    ctx: Ctx,
    input: BeginSignIn,
  ): Promise<{ flow: Flow; oauth: ConnectorOAuth; credentials: Record<string, unknown> }> {
    const row = input.connectionId ? await this.row(ctx, input.connectionId) : null;
    const connectorId = row?.connectorId ?? input.connectorId ?? '';
    const connector = findConnector(connectorId);
    if (!connector) throw unknownConnector(connectorId);
    const { oauth } = connector;
    if (!oauth) throw signsInNowhere(connector.label);
    const stored = row ? this.adapters.credentialsOf(row) : {};
    const provider = input.provider ?? oauth.providerOf(stored);
    if (!provider || !oauth.providers.some(({ id }) => id === provider))
      throw unknownProvider(oauth.providers.map(({ id }) => id));
    const baseUrl = row ? row.baseUrl : (input.baseUrl ?? null);
    // Whoever signs in again where they did before keeps what they set themselves.
    const settings = oauth.providerOf(stored) === provider ? {} : oauth.settingsOf({ provider, baseUrl });
    const changes = {
      ...settings,
      ...withoutBlanks(input.credentials ?? {}),
      ...(oauth.chosenBy && { [oauth.chosenBy]: provider }),
    };
    const flow: Flow = {
      ...{ connectorId, provider, connectionId: row?.id ?? null, baseUrl, changes, verifier: newVerifier() },
      label: (input.label ?? row?.label ?? '').trim(),
      address: (input.address ?? row?.address)?.trim().toLowerCase() || null,
    };
    const credentials = { ...stored, ...changes };
    await this.proveBefore(ctx, flow, oauth, credentials);
    return { flow, oauth, credentials };
  }

  /** Everything but the sign-in itself must be right: nobody likes to hear of a missing port after giving consent. */
  private async proveBefore(
    ctx: Ctx,
    { connectionId, connectorId, label, address, baseUrl }: Flow,
    { grants }: ConnectorOAuth,
    credentials: Record<string, unknown>,
  ): Promise<void> {
    if (label === '') throw badCredentials([{ field: 'label', message: 'Give it a name.' }]);
    const id = connectionId ?? this.ids.next();
    const coming = Object.fromEntries(grants.map((name) => [name, 'comes with the sign-in']));
    this.connections.prove({ id, connectorId, address, baseUrl }, { ...credentials, ...coming });
    if (address && (await this.flows.addressTaken(ctx, address, id))) throw addressTaken(address);
  }

  /** The flow that this state names, once, for the session that began it. */
  private async take(ctx: Ctx, session: string | null, state: unknown): Promise<Flow | SignInOutcome> {
    const id = readState(this.sign, state);
    const known = id && (await this.flows.find(ctx, id));
    if (!id || !known) return 'unknown_state';
    const mark = session && sessionMark(this.sign, session);
    // It stays for whoever began it.
    if (known.sessionMark !== mark || known.personId !== ctx.actor.id) return 'other_session';
    const taken = await this.flows.take(ctx, id);
    if (!taken) return 'unknown_state';
    if (taken.expiresAt <= this.clock.now()) return 'expired';
    return JSON.parse(this.secrets.open(taken.secret).toString('utf8')) as Flow;
  }

  private async exchanged(ctx: Ctx, flow: Flow, code: string): Promise<SignInEnd> {
    const { connectionId } = flow;
    const row = connectionId ? await this.rows.row(ctx, connectionId) : null;
    if (connectionId && !row) return end('gone');
    const grant = await this.grantOf(flow, row, code);
    if (!grant.ok) return end(grant.code, connectionId);

    const changes = { ...flow.changes, ...grant.credentials };
    const settings = { ...flow, id: connectionId ?? this.ids.next() };
    // A token may already be replaced while it is tried.
    const keep = async (kept: Record<string, unknown>): Promise<void> => void Object.assign(changes, kept);
    const credentials = { ...(row && this.adapters.credentialsOf(row)), ...changes };
    const failure = await this.connections.failureOf(() => this.adapters.build(settings, credentials, keep));
    // Who may open the mailbox under another name (an alias, a shared mailbox), the mailbox itself says.
    const named = grant.accounts.length === 0 || !flow.address || grant.accounts.includes(flow.address);
    if (!named && failure !== null) return end('wrong_account', connectionId);
    return this.stored(ctx, flow, changes, failure);
  }

  private async grantOf(
    flow: Flow,
    row: ConnectionRow | null,
    code: string,
  ): Promise<OAuthGrant | { ok: false; code: SignInOutcome }> {
    const oauth = findConnector(flow.connectorId)?.oauth;
    if (!oauth) return { ok: false, code: 'failed' };
    const credentials = { ...(row && this.adapters.credentialsOf(row)), ...flow.changes };
    const deps = this.adapters.deps({ ...flow, id: flow.connectionId ?? '' });
    try {
      return await oauth.exchange({ ...this.signIn(flow, credentials), code, verifier: flow.verifier }, deps);
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      this.log.warn({ connectorId: flow.connectorId, code: error.code, vendor: error.vendorCode }, 'a sign-in failed');
      return { ok: false, code: error.retryable ? 'unavailable' : 'refused' };
    }
  }

  private async stored(
    ctx: Ctx,
    { connectionId, connectorId, label, address, baseUrl }: Flow,
    credentials: Record<string, unknown>,
    failure: unknown,
  ): Promise<SignInEnd> {
    try {
      const { id } = connectionId
        ? await this.connections.update(ctx, connectionId, { label, address, credentials })
        : await this.connections.create(ctx, { connectorId, label, address, baseUrl, credentials });
      await this.health.report(ctx, id, failure);
      return end(failure === null ? 'connected' : 'not_working', id);
    } catch (error) {
      if (error instanceof AppError && error.code === 'address_taken') return end('address_taken', connectionId);
      if (error instanceof AppError && error.code === 'connection_not_found') return end('gone');
      throw error;
    }
  }

  private signIn(flow: Flow, credentials: Record<string, unknown>): OAuthSignIn {
    const { provider, address, baseUrl } = flow;
    return { provider, credentials, address, baseUrl, redirectUri: this.redirectUri };
  }

  private async row(ctx: Ctx, id: string): Promise<ConnectionRow> {
    const row = await this.rows.row(ctx, id);
    if (!row) throw unknownConnection();
    return row;
  }
}

/** RFC 6749, 4.1.2.1; Google and Microsoft say the same of a person who pressed the other button. */
function refusalOf(error: string): SignInOutcome {
  if (error === 'access_denied' || error === 'consent_required') return 'denied';
  return error === 'temporarily_unavailable' || error === 'server_error' ? 'unavailable' : 'refused';
}

function withoutBlanks(typed: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== null));
}
