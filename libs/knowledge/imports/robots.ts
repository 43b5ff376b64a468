/** Our name in robots.txt and in requests. */
export const AGENT = 'SatchelBot';

interface Rule {
  allows: boolean;
  path: string;
}

const MOST_LINES = 5_000;

/** What robots.txt (RFC 9309) lets us read: the longest rule that fits decides, and "allow" wins a tie. */
export class Robots {
  private constructor(
    private readonly rules: readonly Rule[],
    readonly sitemaps: readonly string[],
  ) {}

  static readonly none = new Robots([], []);

  static read(text: string): Robots {
    const groups: { agents: string[]; rules: Rule[] }[] = [];
    const sitemaps: string[] = [];
    let inRules = true;
    for (const line of text.split(/\r\n?|\n/).slice(0, MOST_LINES)) {
      const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$/i.exec(line) ?? [];
      const name = key.toLowerCase();
      if (name === 'sitemap') sitemaps.push(value);
      if (name === 'user-agent') {
        if (inRules) groups.push({ agents: [], rules: [] });
        inRules = false;
        groups.at(-1)?.agents.push(value.toLowerCase());
      }
      if (name !== 'allow' && name !== 'disallow') continue;
      inRules = true;
      if (value !== '') groups.at(-1)?.rules.push({ allows: name === 'allow', path: value });
    }
    const own = groups.filter(({ agents }) => agents.includes(AGENT.toLowerCase()));
    const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
    return new Robots(
      chosen.flatMap(({ rules }) => rules),
      sitemaps,
    );
  }

  allows(url: URL): boolean {
    const path = `${url.pathname}${url.search}`;
    let best: Rule | null = null;
    for (const rule of this.rules) {
      if (!fits(rule.path, path)) continue;
      const longer = !best || rule.path.length > best.path.length;
      if (longer || (rule.allows && rule.path.length === best?.path.length)) best = rule;
    }
    return best?.allows ?? true;
  }
}

/** "*" stands for anything, "$" at the end for the end; without backtracking. */
function fits(pattern: string, path: string): boolean {
  const atEnd = pattern.endsWith('$');
  const parts = (atEnd ? pattern.slice(0, -1) : pattern).split('*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return !atEnd || last === '' || (path.endsWith(last) && path.length - last.length >= at - last.length);
}
