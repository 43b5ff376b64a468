import type { Page } from 'playwright-core';

/** Something half faded in has half its contrast: a look at the colours waits until nothing moves, but for what moves for ever. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(`Promise.race([
    Promise.all(document.getAnimations()
      .filter((one) => one.effect?.getTiming().iterations !== Infinity)
      .map((one) => one.finished.catch(() => undefined))),
    new Promise((resolve) => setTimeout(resolve, 2000)),
  ]).then(() => undefined)`);
}
