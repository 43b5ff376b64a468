export type FormNode = string | FormNode[] | { [name: string]: FormNode };

/** `metadata[ticket]=42&expand[]=data` as it was meant; a list of numbers in brackets (`[0]`, `[1]`) is a list, too. */
export function nested(flat: Record<string, string> | [string, string][]): Record<string, FormNode> {
  const root: Record<string, FormNode> = {};
  for (const [key, value] of Array.isArray(flat) ? flat : Object.entries(flat)) {
    const path = key.replaceAll(']', '').split('[');
    let at: Record<string, FormNode> = root;
    for (const [place, name] of path.entries()) {
      const step = name === '' ? String(Object.keys(at).length) : name;
      if (place === path.length - 1) at[step] = value;
      else at = (at[step] ??= {}) as Record<string, FormNode>;
    }
  }
  return withLists(root) as Record<string, FormNode>;
}

function withLists(node: FormNode): FormNode {
  if (typeof node === 'string' || Array.isArray(node)) return node;
  const entries = Object.entries(node).map(([name, inner]) => [name, withLists(inner)] as const);
  const numbered = entries.length > 0 && entries.every(([name], place) => name === String(place));
  return numbered ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

export const textOf = (node: FormNode | undefined): string | undefined => (typeof node === 'string' ? node : undefined);

/** The names to expand. */
export const expansions = (node: FormNode | undefined): string[] =>
  Array.isArray(node) ? node.filter((one) => typeof one === 'string') : [];

export function textsOf(node: FormNode | undefined): Record<string, string> {
  if (node === undefined || typeof node === 'string' || Array.isArray(node)) return {};
  return Object.fromEntries(
    Object.entries(node).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
