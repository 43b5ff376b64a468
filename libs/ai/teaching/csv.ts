/** Rows of a comma-separated text by RFC 4180; quotes may hold commas, line breaks and doubled quotes. */
export function readCsv(csv: string, maxRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    row.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    if (row.some((one) => one.trim())) rows.push(row);
    row = [];
  };
  for (let at = 0; at < csv.length && rows.length < maxRows; at += 1) {
    const sign = csv[at] ?? '';
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (csv[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field.trim() === '') {
      field = '';
      quoted = true;
    } else if (sign === ',') endField();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  if (rows.length < maxRows) endRow();
  return rows;
}
