/** Everything up to and with the empty line. */
export function headerBlock(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n');
  return end < 0 ? raw : raw.subarray(0, end + 4);
}

/** The header lines, folded ones whole. */
function fields(raw: Buffer): string[] {
  const text = headerBlock(raw)
    .toString('latin1')
    .replace(/\r\n\r\n$/, '\r\n');
  return text.match(/[^\r\n][^\r]*\r\n(?:[ \t][^\r]*\r\n)*/g) ?? [];
}

const nameOf = (field: string) => field.slice(0, field.indexOf(':')).toLowerCase();

export function headerValues(raw: Buffer, name: string): string[] {
  return fields(raw)
    .filter((field) => nameOf(field) === name.toLowerCase())
    .map((field) =>
      field
        .slice(field.indexOf(':') + 1)
        .replace(/\r\n[ \t]+/g, ' ')
        .trim(),
    );
}

/** Only the named header lines (or only the others), and the empty line. */
export function headerFields(raw: Buffer, names: string[], others: boolean): Buffer {
  const wanted = names.map((name) => name.toLowerCase());
  const kept = fields(raw).filter((field) => wanted.includes(nameOf(field)) !== others);
  return Buffer.from(`${kept.join('')}\r\n`, 'latin1');
}
