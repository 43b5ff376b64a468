export type OAuthProvider = 'google' | 'microsoft';

export const PROVIDER_NAMES: Record<OAuthProvider, string> = { google: 'Google', microsoft: 'Microsoft' };

/** IMAP and SMTP both; the narrower Gmail scopes open neither. https://developers.google.com/gmail/imap/xoauth2-protocol */
export const GOOGLE_SCOPE = 'https://mail.google.com/';
/** One resource per request: Microsoft refuses to mix these with Graph's. */
export const MICROSOFT_SCOPE =
  'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access';

/** Where mail of this provider is fetched and sent. */
export const PROVIDER_HOSTS = {
  google: { imapHost: 'imap.gmail.com', smtpHost: 'smtp.gmail.com', smtpPort: 465, smtpSecure: true },
  microsoft: { imapHost: 'outlook.office365.com', smtpHost: 'smtp.office365.com', smtpPort: 587, smtpSecure: false },
} as const;

interface Place {
  provider: OAuthProvider;
  /** Microsoft: the directory's id or domain; `common` for any. */
  tenant: string;
  baseUrl: string | null;
}

export function tokenEndpoint({ provider, tenant, baseUrl }: Place): string {
  if (baseUrl) return `${baseUrl.replace(/\/+$/, '')}/oauth/token`;
  if (provider === 'google') return 'https://oauth2.googleapis.com/token';
  return `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
}

export function authorizationEndpoint({ provider, tenant, baseUrl }: Place): string {
  if (baseUrl) return `${baseUrl.replace(/\/+$/, '')}/oauth/authorize`;
  if (provider === 'google') return 'https://accounts.google.com/o/oauth2/v2/auth';
  return `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize`;
}
