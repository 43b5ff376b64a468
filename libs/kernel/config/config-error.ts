/** A bad setting, in one sentence that names it, what it got and what it takes. Print it alone and exit. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}
