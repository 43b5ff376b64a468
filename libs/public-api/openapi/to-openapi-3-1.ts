type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * OpenAPI 3.1 took JSON Schema over whole, so `nullable: true` means nothing there: null is one more type.
 * https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function toOpenApi31(value: Json): Json {
  if (Array.isArray(value)) return value.map(toOpenApi31);
  if (!isObject(value)) return value;
  const { nullable, ...rest } = value;
  const converted = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, toOpenApi31(each)]));
  // A property that is itself called "nullable" holds a schema, not true.
  if (isObject(nullable)) return { ...converted, nullable: toOpenApi31(nullable) };
  return nullable === true ? orNull(converted) : converted;
}

function orNull(schema: JsonObject): JsonObject {
  const { $ref, allOf, type, enum: values, ...rest } = schema;
  const [only] = Array.isArray(allOf) ? allOf : [];
  const target = $ref !== undefined ? { $ref } : only;
  if (target !== undefined) return { ...rest, anyOf: [target, { type: 'null' }] };
  return {
    ...rest,
    ...(type !== undefined && { type: Array.isArray(type) ? [...type, 'null'] : [type, 'null'] }),
    ...(Array.isArray(values) && { enum: [...values.filter((each) => each !== null), null] }),
  };
}
