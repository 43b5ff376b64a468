import type { Page } from './common';

/**
 * What a value of an operation may come from when it is asked for a card beside the ticket.
 */
export const CUSTOMER_FACTS = ['customer.email', 'customer.phone', 'customer.name'] as const;
export type CustomerFact = (typeof CUSTOMER_FACTS)[number];

export interface OperationCardBody {
  title: string;
  arguments: Record<string, CustomerFact>;
}

/** One row of an operation's answer: `path` is a JSONPath (RFC 9535). */
export interface OperationRowBody {
  label: string;
  path: string;
}

/** How to see whether a write stands: a read, and a JSONPath that finds it in the answer. */
export interface OperationFindBody {
  /** The name of a read operation. */
  operation: string;
  /** Its arguments as templates: "{email}" is the write's argument, "{key}" our action's id. */
  arguments: Record<string, string>;
  /** "$.credits[?@.reference == {key}]": placeholders become literals of JSONPath. */
  path: string;
  /** Rows read from what was found; absent: the write's own. */
  result?: OperationRowBody[];
}

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * One thing that a system behind HTTP can do, as a person describes it. In path, query, headers and body "{email}" stands
 * for the argument of that name ("{{email}}" for those very characters); a text of the body that is one placeholder and
 * nothing else becomes the argument itself, whatever its type. A placeholder alone whose argument is absent is left out.
 */
export interface HttpOperationBody {
  /** snake_case: "find_member". */
  name: string;
  label: string;
  description: string;
  effect: 'read' | 'write';
  method: (typeof HTTP_METHODS)[number];
  /** Below the base URL: "/members/{id}". */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** JSON; null: no body. */
  body: unknown;
  /** JSON Schema (2020-12) of an object. */
  arguments: Record<string, unknown>;
  result: OperationRowBody[];
  /** Where our action's id goes along with a write; null: nowhere. */
  keyIn: { header: string } | { field: string } | null;
  find: OperationFindBody | null;
  card: OperationCardBody | null;
}

/** A tool of an MCP server that may be used. `effect`: what the person who ticked it took it for. */
export interface McpToolBody {
  name: string;
  effect: 'read' | 'write';
  /** The argument that carries our action's id; the house fills it. */
  keyArgument?: string | null;
  find?: OperationFindBody | null;
  card?: OperationCardBody | null;
}

/** `GET /api/v1/connections/:id/operations`. */
export interface CustomOperationBody {
  name: string;
  label: string;
  description: string;
  effect: 'read' | 'write';
  arguments: Record<string, unknown>;
  card: OperationCardBody | null;
  /** False: it is there, and nobody ticked it. */
  allowed: boolean;
  /** Its server says that it may destroy something. */
  destructive: boolean;
  /** As it was described or ticked, to be changed; null: by nobody. */
  definition: HttpOperationBody | McpToolBody | null;
}
export type CustomOperationPage = Page<CustomOperationBody>;

/** `POST /api/v1/connections/:id/operations/:name/try`. */
export interface TryOperationRequest {
  arguments?: Record<string, unknown>;
  /** A write is done for real: only with this. */
  confirm?: boolean;
}

export interface OperationTrialBody {
  /** As it left, secrets covered; null: nothing left. */
  request: { method: string; url: string; headers: Record<string, string>; body: string | null } | null;
  status: number | null;
  fields: { label: string; value: string }[];
  /** The whole answer as JSON, cut to 64 kB. */
  raw: unknown;
  ms: number;
  /** Why it did not work, in words; null: it did. */
  error: string | null;
}

/** `POST /api/v1/connections/custom/openapi`: an OpenAPI 3.0 or 3.1 document as JSON or YAML. Nothing is stored. */
export interface ReadOpenApiRequest {
  document: string;
}

export interface OpenApiOperationsBody {
  title: string;
  /** Addresses that the document names for its system. */
  servers: string[];
  operations: HttpOperationBody[];
  /** What cannot be an operation here, and why. */
  skipped: { operation: string; reason: string }[];
}
