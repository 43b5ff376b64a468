/** How this process reaches the database. */
export interface DatabaseAccess {
  /** As the login role: queue, listener. */
  url: string;
  /** As the role that row-level security binds. */
  boundUrl: string;
}

export const DATABASE_ACCESS = Symbol('database access');
