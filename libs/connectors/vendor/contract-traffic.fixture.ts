import type { ConnectorDeps } from '../port';
import { type AskedRequest, channelDeps } from './channel-deps.fixture';
import type { Contract, GivenAnswer } from './openapi-contract';

export interface Traffic {
  request: AskedRequest;
  answer: GivenAnswer;
}

/** What an adapter gets from the house, with all that went over the wire to a twin, both ways. */
export function recordedDeps(given: Partial<ConnectorDeps>): { deps: ConnectorDeps; traffic: Traffic[] } {
  const traffic: Traffic[] = [];
  const { deps } = channelDeps({
    ...given,
    fetch: async (url, init = {}) => {
      const body = init.body ? Buffer.from(init.body as string | Buffer).toString() : null;
      const request = { url, method: init.method ?? 'GET', headers: new Headers(init.headers), body };
      const response = await fetch(url, init);
      const text = await response.text();
      traffic.push({ request, answer: { status: response.status, body: text } });
      return new Response([204, 205].includes(response.status) ? null : text, {
        status: response.status,
        headers: response.headers,
      });
    },
  });
  return { deps, traffic };
}

/** What the vendor's document has against it: `GET /orders: no query "name"`; each once. */
export function contractProblems(contract: Contract, traffic: readonly Traffic[], root: string): string[] {
  const problems = traffic.flatMap(({ request, answer }) => {
    const name = `${request.method} ${new URL(request.url).pathname}`;
    const asked = contract.problems(request, root) ?? ['no such address'];
    const answered =
      contract.answerProblems(request, answer, root) ?? (answer.status < 400 ? [`no answer ${answer.status}`] : []);
    return [...asked, ...answered].map((problem) => `${name}: ${problem}`);
  });
  return [...new Set(problems)];
}

/** Which operations went over the wire, ids left out. */
export function operationsIn(traffic: readonly Traffic[], root: string): string[] {
  const names = traffic.map(({ request }) => {
    const path = request.url.slice(root.length).split('?')[0] ?? '';
    return `${request.method} ${path.replace(/\/\d+(?=[/:]|$)/g, '/{id}')}`;
  });
  return [...new Set(names)].sort();
}
