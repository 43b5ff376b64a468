/** PostgreSQL addresses may lack a host (a socket folder stands in `?host=`), which WHATWG's URL refuses. */
const NO_HOST = 'satchel-no-host';

function editUrl(url: string, edit: (parsed: URL) => void): string {
  const parsed = new URL(url.replace(/^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)(?=[/?#])/, `$1${NO_HOST}`));
  edit(parsed);
  return parsed.toString().replace(NO_HOST, '');
}

/** Adds start-up options (`-c name=value`) to those that the address has. */
export function withOptions(url: string, options: string): string {
  return editUrl(url, (parsed) => {
    const given = parsed.searchParams.get('options');
    parsed.searchParams.set('options', given ? `${given} ${options}` : options);
  });
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  return editUrl(url, (parsed) => {
    parsed.pathname = `/${encodeURIComponent(database)}`;
  });
}

/** For logs and messages: without the password. */
export function withoutPassword(url: string): string {
  return editUrl(url, (parsed) => {
    if (parsed.password) parsed.password = '***';
  });
}
