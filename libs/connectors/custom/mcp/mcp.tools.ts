import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import type { McpToolBody } from '@satchel/contracts';
import type { CustomOperation, OfferedOperation } from '../../port';
import { fieldsIn, listIn } from '../../vendor/loose';
import { schemaProblem } from '../arguments';
import { outsideSchema, outsideWords } from '../outside-words';
import { TOOL_NAME } from './ticked-tools';

const DESCRIPTION_CHARS = 1_000;

/**
 * What a server's tools are here. Its hints are its own word: one that says it reads is taken for a read until somebody
 * ticked it as a write, and one that was ticked as a read and now says that it writes may not be used any more.
 */
export function offeredTools(tools: readonly Tool[], ticked: readonly McpToolBody[] | null): OfferedOperation[] {
  const seen = new Set<string>();
  return tools.flatMap((tool): OfferedOperation[] => {
    if (!TOOL_NAME.test(tool.name) || seen.has(tool.name) || tool.execution?.taskSupport === 'required') return [];
    seen.add(tool.name);
    const definition = ticked?.find((one) => one.name === tool.name) ?? null;
    const saysRead = tool.annotations?.readOnlyHint === true;
    const effect = saysRead && definition?.effect !== 'write' ? 'read' : 'write';
    const schema = schemaOf(tool, definition);
    const usable = schemaProblem(schema) === null;
    const operation: CustomOperation = {
      name: tool.name,
      label: outsideWords(tool.title ?? tool.annotations?.title ?? tool.name, 80) || tool.name,
      description: describedAs(tool.description),
      effect,
      arguments: usable ? schema : { type: 'object', properties: {} },
      card: effect === 'read' ? (definition?.card ?? null) : null,
    };
    const allowed = usable && (ticked === null ? effect === 'read' : definition?.effect === effect);
    const destructive = effect === 'write' && tool.annotations?.destructiveHint !== false;
    return [{ operation, allowed, destructive, definition }];
  });
}

/** Told as what they are: somebody else's words. */
function describedAs(description: unknown): string {
  const words = outsideWords(description, DESCRIPTION_CHARS);
  return words ? `In the words of its server: "${words}"` : 'Its server does not describe it.';
}

/** Without the argument that the house fills. */
function schemaOf(tool: Tool, definition: McpToolBody | null): Record<string, unknown> {
  const schema = fieldsIn(outsideSchema(tool.inputSchema));
  const key = definition?.keyArgument;
  if (!key) return schema;
  const properties = Object.entries(fieldsIn(schema.properties)).filter(([name]) => name !== key);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: listIn(schema.required).filter((name) => name !== key),
  };
}
