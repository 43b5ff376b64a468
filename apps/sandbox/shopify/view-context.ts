import type { Faults } from '../control/faults';
import type { World } from '../seed/world';
import type { PageArgs } from './connection';
import type { SearchWarning } from './search-fields';
import type { ShopState } from './shop-state';

export interface SearchReport {
  path: string[];
  query: string;
  warnings: SearchWarning[];
}

/** What one request may see besides the world: where the searches of this request leave their warnings. */
export interface ViewContext {
  world: World;
  state: ShopState;
  faults: Faults;
  searches: SearchReport[];
}

export interface ListArgs extends PageArgs {
  query?: string | null;
  sortKey?: string | null;
}
