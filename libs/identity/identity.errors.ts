import { AppError } from '@satchel/kernel';

/** Every way identity says no, each with what to do about it. */
export const unauthenticated = (): AppError =>
  new AppError('unauthenticated', 401, 'Sign in, or send an API key in the header "Authorization: Bearer sk_…".');

export const unknownKey = (): AppError =>
  new AppError(
    'unknown_api_key',
    401,
    'This API key is unknown or was revoked. An admin can create a new one in the settings.',
  );

export const badAuthorization = (): AppError =>
  new AppError(
    'bad_authorization',
    401,
    'The Authorization header must read "Bearer sk_…", with an API key of this workspace.',
  );

export const sessionEnded = (): AppError =>
  new AppError('session_ended', 401, 'Your session has ended. Sign in again.');

export const wrongCredentials = (): AppError =>
  new AppError('wrong_credentials', 401, 'Mail address or password is wrong. Check both and try again.');

export const tooManyTries = (seconds: number): AppError =>
  new AppError(
    'too_many_tries',
    429,
    `Too many sign-ins failed for this mail address. Try again in ${seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
    { retryable: true },
  );

export const roleNeeded = (needed: string, actual: string | null): AppError =>
  new AppError(
    'role_needed',
    403,
    `This needs the role ${needed}${needed === 'owner' ? '' : ' or higher'}; yours is ${actual ?? 'none'}. Ask an admin of the workspace.`,
  );

export const crossOrigin = (): AppError =>
  new AppError(
    'cross_origin',
    403,
    "A write with a session cookie must come from this site's own pages. A program should send an API key instead.",
  );

export const alreadySetUp = (): AppError =>
  new AppError('already_set_up', 409, 'This installation is already set up. Sign in instead.');

export const emailTaken = (email: string): AppError =>
  new AppError('email_taken', 409, `${email} already has an account. Use another mail address.`, {
    errors: [{ field: 'email', message: 'already has an account' }],
  });

export const ownerOnly = (): AppError => new AppError('role_needed', 403, 'Only an owner can make another owner.');

export const notFound = (what: string): AppError =>
  new AppError('not_found', 404, `There is no such ${what} in this workspace.`);
