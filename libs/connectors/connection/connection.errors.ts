import { AppError } from '@satchel/kernel';

export const unknownConnection = (): AppError =>
  new AppError('connection_not_found', 404, 'There is no such connection in this workspace.', { retryable: false });

export const unknownConnector = (id: string): AppError =>
  new AppError('unknown_connector', 422, `There is no connector "${id}".`, {
    retryable: false,
    errors: [{ field: 'connectorId', message: 'GET /api/v1/connectors lists them' }],
  });

export const wrongKind = (kind: string): AppError =>
  new AppError('wrong_connector_kind', 422, `This connection is not a ${kind}.`, { retryable: false });

export const disabledConnection = (label: string): AppError =>
  new AppError('connection_disabled', 409, `The connection "${label}" is switched off.`, { retryable: false });

export const signsNothing = (): AppError =>
  new AppError('no_signing_key', 409, 'Nothing that goes out over this connection is signed here.', {
    retryable: false,
  });

export const noTheme = (): AppError =>
  new AppError('no_theme', 409, 'This shop takes no scripts from outside. Put the snippet into its theme by hand.', {
    retryable: false,
  });

export const notTheChat = (): AppError =>
  new AppError('not_a_chat', 409, 'chatConnectionId must name a chat of this workspace.', { retryable: false });

export const shopRefused = (cause: Error): AppError =>
  new AppError('shop_refused', 502, `The shop did not do it: ${cause.message}`, { cause });

export const addressTaken = (address: string): AppError =>
  new AppError('address_taken', 409, `The address ${address} already leads to another connection.`, {
    errors: [{ field: 'address', message: 'in use' }],
  });

export const badCredentials = (errors: { field: string; message: string }[]): AppError =>
  new AppError('invalid_credentials', 422, 'Some settings of the connection are missing or wrong.', { errors });

export const signsInNowhere = (label: string): AppError =>
  new AppError('no_sign_in', 422, `Nobody signs in to ${label} in the browser: type its credentials.`, {
    retryable: false,
  });

export const unknownProvider = (known: string[]): AppError =>
  new AppError('unknown_provider', 422, 'Say where to sign in.', {
    errors: [{ field: 'provider', message: `one of ${known.join(', ')}` }],
  });

export const needsBrowserSession = (): AppError =>
  new AppError('needs_session', 403, 'Signing in at a vendor needs a person who is signed in here, in a browser.', {
    retryable: false,
  });

export const otherHost = (publicUrl: string): AppError =>
  new AppError(
    'other_host',
    409,
    `Open the console at ${publicUrl} to sign in: that is where you are sent back to, and this browser is signed in elsewhere.`,
    { retryable: false },
  );
