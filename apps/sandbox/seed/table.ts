/** Rows in the order in which they came, found by id or by one of the named keys without looking at each. */
export class Table<Row extends { id: number }, Key extends string = never> {
  readonly rows: Row[] = [];
  private readonly ids = new Map<number, Row>();
  private readonly indexes: [Key, Map<string, Row[]>][];

  constructor(private readonly keys: Record<Key, (row: Row) => string | number | null>) {
    this.indexes = (Object.keys(keys) as Key[]).map((key) => [key, new Map<string, Row[]>()]);
  }

  add(row: Row): Row {
    this.rows.push(row);
    this.ids.set(row.id, row);
    this.index(row);
    return row;
  }

  /** Lets a row be found by what it came to be called after it was added. */
  index(row: Row): void {
    for (const [key, index] of this.indexes) {
      const value = this.keys[key](row);
      if (value === null) continue;
      const known = index.get(String(value));
      if (!known) index.set(String(value), [row]);
      else if (!known.includes(row)) known.push(row);
    }
  }

  get(id: number | string | null | undefined): Row | undefined {
    return this.ids.get(id === '' ? NaN : Number(id ?? NaN));
  }

  all(key: Key, value: string | number | null | undefined): readonly Row[] {
    const index = this.indexes.find(([name]) => name === key)?.[1];
    return index?.get(String(value ?? '')) ?? [];
  }

  first(key: Key, value: string | number | null | undefined): Row | undefined {
    return this.all(key, value)[0];
  }

  clear(): void {
    this.rows.length = 0;
    this.ids.clear();
    for (const [, index] of this.indexes) index.clear();
  }
}
