import type { Kept, ShopState } from './state';
import { iso, Refusal, type Fields } from './wire';

/** Records that are kept as they were sent: made, read, changed and thrown away by id. */
export class Collection {
  constructor(
    private readonly state: ShopState,
    private readonly rows: () => Kept[],
    private readonly now: () => Date,
    private readonly check: (fields: Fields) => string | null = () => null,
  ) {}

  all(): Kept[] {
    return this.rows();
  }

  get(id: number): Kept {
    const found = this.rows().find((one) => one.id === id);
    if (!found) throw new Refusal(404, 'Resource not found.');
    return found;
  }

  add(fields: Fields): Kept {
    const problem = this.check(fields);
    if (problem) throw new Refusal(422, problem);
    const made = this.state.kept(fields);
    this.rows().push(made);
    return made;
  }

  change(id: number, fields: Fields): Kept {
    const found = this.get(id);
    const problem = this.check({ ...found, ...fields });
    if (problem) throw new Refusal(422, problem);
    return Object.assign(found, fields, { updatedAt: iso(this.now()) });
  }

  remove(id: number): void {
    const rows = this.rows();
    rows.splice(rows.indexOf(this.get(id)), 1);
  }
}
