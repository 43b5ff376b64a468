/** One figure of an evaluation. */
export interface Figure {
  what: string;
  /** Cases that went as they should, of all; a plain `value` where it is no share. */
  hits?: number;
  n?: number;
  value?: number;
  unit?: string;
  /** What was aimed at, in words; absent: told for comparison. */
  target?: string;
  met?: boolean;
}

export interface Report {
  figures: Figure[];
  /** Cases that went wrong, a few lines each, for whoever mends them. */
  examples: string[];
}

export interface Options {
  /** Cases to look at; null: all there are. */
  cases: number | null;
  /** How many cases to leave out before those; for a part that is looked at on its own. */
  skip: number;
  /** How often each case is met, where that is more than once by itself; null: as often as it is aimed at. */
  runs: number | null;
  seed: number;
  /** The folder of evaluation data, outside of the project; null: there is none on this machine. */
  data: string | null;
}

/** Measures one thing that the AI must be good at, with how many cases it saw and how sure that makes us. */
export interface Evaluation {
  name: string;
  /** For the help, one line. */
  summary: string;
  run: (options: Options) => Promise<Report>;
}

/** It needs data that is not here. */
export class NoData extends Error {}

export function dataFolder(options: Options): string {
  if (options.data) return options.data;
  throw new NoData('This needs the folder of evaluation data: --data FOLDER.');
}
