import type { McpToolBody } from '@satchel/contracts';
import { fieldsIn, parsedJson } from '../../vendor/loose';
import { textOf } from '../operation-parts';
import { cardWords, findWords } from './tool-parts';

const MOST_TOOLS = 200;
export const TOOL_NAME = /^[A-Za-z0-9_./-]{1,120}$/;

/** `tools` null: nobody ever chose, so that what only reads may be used, and nothing else. */
export function tickedTools(value: unknown): { tools: McpToolBody[] | null; problems: string[] } {
  if (value === undefined || value === null || value === '') return { tools: null, problems: [] };
  const list = typeof value === 'string' ? parsedJson(value) : value;
  if (!Array.isArray(list)) return { tools: [], problems: ['the tools must be a JSON list'] };
  if (list.length > MOST_TOOLS) return { tools: [], problems: [`more than ${MOST_TOOLS} tools are too many`] };
  const problems: string[] = [];
  const tools = list.map((one: unknown, place): McpToolBody => {
    const { name, effect, keyArgument, find, card } = fieldsIn(one);
    const who = typeof name === 'string' && name ? name : `number ${place + 1}`;
    const complain = (problem: string) => problems.push(`tool ${who}: ${problem}`);
    if (effect !== 'read' && effect !== 'write') complain('effect is "read" or "write"');
    const known = textOf(name, 'name', 120, complain);
    if (known && !TOOL_NAME.test(known)) complain('name holds a character that names of tools do not have');
    if (keyArgument !== undefined && keyArgument !== null && effect !== 'write')
      complain('keyArgument is for writes only');
    return {
      name: known,
      effect: effect === 'read' ? 'read' : 'write',
      keyArgument:
        keyArgument === undefined || keyArgument === null ? null : textOf(keyArgument, 'keyArgument', 120, complain),
      find: findWords(find, complain),
      card: cardWords(card, effect, complain),
    };
  });
  const names = tools.map((one) => one.name);
  for (const name of new Set(names.filter((one, place) => names.indexOf(one) !== place)))
    problems.push(`tool ${name}: it is ticked twice`);
  return { tools, problems };
}
