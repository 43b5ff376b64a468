/** How the start reports its progress; the terminal side of it is in bin/shared. */
export interface Step {
  update(text: string): void;
  done(text?: string): void;
  failed(text?: string): void;
}

export type NewStep = (name: string) => Step;

/** Runs one step of the start and prints its line; `words` says what it came to. */
export async function inStep<T>(
  newStep: NewStep,
  name: string,
  work: () => Promise<T>,
  words?: (result: T) => string,
): Promise<T> {
  const step = newStep(name);
  try {
    const result = await work();
    step.done(words?.(result));
    return result;
  } catch (error) {
    step.failed();
    throw error;
  }
}
