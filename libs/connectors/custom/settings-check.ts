import { registerDecorator } from 'class-validator';
import { textIn } from '../vendor/loose';

const MOST_SAID = 8;

/** The setting as a whole is right when `problemsOf` finds nothing; what it finds is told, one sentence after the other. */
export function HasNo(problemsOf: (value: unknown) => string[]) {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'hasNoProblems',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) => problemsOf(value).length === 0,
        defaultMessage: (asked) => said(problemsOf(asked?.value)),
      },
    });
}

function said(problems: string[]): string {
  const rest = problems.length - MOST_SAID;
  return [...problems.slice(0, MOST_SAID), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

/** "X-Shop: fernhill" in each line; what is no such line is told. */
export function headerLines(value: unknown): { headers: Record<string, string>; problems: string[] } {
  const headers: Record<string, string> = {};
  const problems: string[] = [];
  for (const line of textIn(value).split('\n')) {
    if (line.trim() === '') continue;
    const parts = /^\s*([A-Za-z0-9!#$%&'*+.^_`|~-]{1,80})\s*:\s*([\x20-\x7e]{1,4000}?)\s*$/.exec(line);
    if (!parts?.[1] || !parts[2]) problems.push('each line of the headers is "Name: value"');
    else if (/^(host|connection|content-length|transfer-encoding|upgrade|te|trailer)$/i.test(parts[1]))
      problems.push(`the header ${parts[1]} cannot be set`);
    else headers[parts[1].toLowerCase()] = parts[2];
  }
  return { headers, problems };
}

/** An address to call: http or https, without a name, a query or a fragment of its own. */
export function addressProblems(value: unknown): string[] {
  let url: URL;
  try {
    url = new URL(String(value));
  } catch {
    return ['must be an address such as https://members.example.com/api'];
  }
  if (!['http:', 'https:'].includes(url.protocol)) return ['must begin with https:// or http://'];
  if (url.username || url.password) return ['must not hold a name or a password: there are fields for them'];
  return url.hash || url.search ? ['must end before "?" and "#"'] : [];
}
