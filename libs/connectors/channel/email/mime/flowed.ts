/** Text of format=flowed (RFC 3676) with its soft line ends taken out; quoted lines keep their marks. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open: { depth: number } | null = null;
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(depth).replace(/^ /, '');
    const isSignature = content === '-- ';
    const prefix = depth > 0 ? `${'>'.repeat(depth)} ` : '';
    if (open && open.depth === depth && !isSignature) out[out.length - 1] += content;
    else out.push(prefix + content);
    open = content.endsWith(' ') && !isSignature ? { depth } : null;
    const last = out.length - 1;
    if (open && deleteSpace) out[last] = (out[last] ?? '').slice(0, -1);
  }
  return out.join('\n');
}
