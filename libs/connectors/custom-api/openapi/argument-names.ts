/** Why an operation of a document cannot be one of ours. */
export class Unfit extends Error {}

/** Parameters and fields of a body under one roof: names that our templates can carry, each of them once. */
export class ArgumentNames {
  private readonly known = new Map<string, string>();
  private readonly properties = new Map<string, unknown>();
  private readonly required: string[] = [];

  add(place: string, name: string, schema: Record<string, unknown>, required: boolean): string {
    const plain = name.replaceAll(/\W+/g, '_').replaceAll(/^_+|_+$/g, '') || 'value';
    const base = /^\d/.test(plain) || plain === 'key' ? `${place}_${plain}` : plain;
    const free = (one: string): boolean => !this.properties.has(one);
    let argument = free(base) ? base : `${place}_${base}`;
    for (let turn = 2; !free(argument); turn += 1) argument = `${place}_${base}_${turn}`;
    this.known.set(`${place} ${name}`, argument);
    this.properties.set(argument, schema);
    if (required) this.required.push(argument);
    return argument;
  }

  of(place: string, name: string): string | undefined {
    return this.known.get(`${place} ${name}`);
  }

  schema(): Record<string, unknown> {
    return {
      type: 'object',
      properties: Object.fromEntries(this.properties),
      required: this.required,
      additionalProperties: false,
    };
  }
}
