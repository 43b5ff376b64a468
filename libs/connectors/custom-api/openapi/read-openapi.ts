import type { HttpOperationBody, OpenApiOperationsBody } from '@satchel/contracts';
import { describedOperations } from '../../custom/http/describe';
import { outsideWords } from '../../custom/outside-words';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { badDocument } from '../custom-api.errors';
import { Unfit, operationOf } from './operation-of';
import { parseDocument } from './parse-document';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const MOST_OPERATIONS = 1_000;

/** The operations that an OpenAPI document describes, as a connection's setting takes them, and what cannot be one. */
export async function readOpenApi(text: string): Promise<OpenApiOperationsBody> {
  const { document, follow } = await parseDocument(text);
  const operations: HttpOperationBody[] = [];
  const skipped: OpenApiOperationsBody['skipped'] = [];
  const names = new Set<string>();
  for (const [path, given] of Object.entries(fieldsIn(document.paths))) {
    const item = follow(given).value;
    for (const method of METHODS) {
      const described = item[method];
      if (described === undefined) continue;
      const where = `${method.toUpperCase()} ${outsideWords(path, 200)}`;
      if (operations.length + skipped.length >= MOST_OPERATIONS)
        throw badDocument(`The document describes more than ${MOST_OPERATIONS} operations.`);
      try {
        const operation = operationOf(path, method, item, fieldsIn(described), names, follow);
        const [problem] = describedOperations([operation]).problems;
        if (problem) throw new Unfit(problem.replace(/^operation [^:]*: /, ''));
        names.add(operation.name);
        operations.push(operation);
      } catch (error) {
        if (!(error instanceof Unfit)) throw error;
        skipped.push({ operation: where, reason: error.message });
      }
    }
  }
  if (operations.length + skipped.length === 0) throw badDocument('The document describes no operation.');
  const servers = listIn(document.servers).map((server) => textIn(fieldsIn(server).url));
  return {
    title: outsideWords(fieldsIn(document.info).title, 120),
    servers: servers.filter((url) => /^https?:\/\/[^\s{}]+$/.test(url)).slice(0, 10),
    operations,
    skipped,
  };
}
