/** Something only the person at the keyboard can mend: printed as its one sentence, without a stack. */
export class CliError extends Error {}
