type Value = string | number;

/**
 * Rows in the order in which they came, found by id or by one of the named keys without looking at each. An index
 * is made when somebody first asks by it, as most are never asked in one run, and is kept up from then on.
 */
export class Table<Row extends { id: number }, Key extends string = never> {
  private list: Row[] = [];
  private ids: Map<number, Row> | null = null;
  private readonly indexes = new Map<Key, Map<string, Row[]>>();

  /** `complete` is called when somebody asks for what is not there yet, or for all there is. */
  constructor(
    private readonly keys: Record<Key, (row: Row) => Value | null>,
    private readonly complete: () => void = () => undefined,
  ) {}

  get rows(): readonly Row[] {
    this.complete();
    return this.list;
  }

  add(row: Row): Row {
    this.list.push(row);
    this.ids?.set(row.id, row);
    for (const [key, index] of this.indexes) this.put(key, index, row);
    return row;
  }

  /** Lets a row be found by what it came to be called after it was added. */
  index(row: Row): void {
    for (const [key, index] of this.indexes) this.put(key, index, row);
  }

  get(id: Value | null | undefined): Row | undefined {
    if (id === '' || id === null || id === undefined) return undefined;
    const known = this.byId(Number(id));
    if (known) return known;
    this.complete();
    return this.byId(Number(id));
  }

  all(key: Key, value: Value | null | undefined): readonly Row[] {
    if (value === null || value === undefined) return [];
    this.complete();
    return this.present(key, value);
  }

  /** Like `all`, of what is there without completing. */
  present(key: Key, value: Value): readonly Row[] {
    return this.indexOf(key).get(String(value)) ?? [];
  }

  first(key: Key, value: Value | null | undefined): Row | undefined {
    if (value === null || value === undefined) return undefined;
    return this.present(key, value)[0] ?? this.all(key, value)[0];
  }

  /** Rows in the order of their ids, whenever they came. */
  sort(): void {
    this.list.sort((a, b) => a.id - b.id);
  }

  clear(): void {
    this.list = [];
    this.ids = null;
    this.indexes.clear();
  }

  private byId(id: number): Row | undefined {
    this.ids ??= new Map(this.list.map((row) => [row.id, row]));
    return this.ids.get(id);
  }

  private indexOf(key: Key): Map<string, Row[]> {
    const known = this.indexes.get(key);
    if (known) return known;
    const made = new Map<string, Row[]>();
    this.indexes.set(key, made);
    for (const row of this.list) this.put(key, made, row);
    return made;
  }

  private put(key: Key, index: Map<string, Row[]>, row: Row): void {
    const value = this.keys[key](row);
    if (value === null) return;
    const known = index.get(String(value));
    if (!known) index.set(String(value), [row]);
    else if (!known.includes(row)) known.push(row);
  }
}
