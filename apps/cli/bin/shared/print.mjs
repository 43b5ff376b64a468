// How the commands speak: one line per step, with the time it took; a line that moves only where somebody watches.
const watched = () => Boolean(process.stdout.isTTY);
const paint = (code, text) => (watched() ? `\u001b[${code}m${text}\u001b[0m` : text);

export const dim = (text) => paint(2, text);
export const green = (text) => paint(32, text);
export const red = (text) => paint(31, text);

export const seconds = (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** A step that is under way: `update` while it runs, `done` or `failed` once. */
export function step(name) {
  const from = performance.now();
  const width = 14;
  const line = (mark, text) => `${mark} ${name.padEnd(width)} ${text}`;
  const clear = () => watched() && process.stdout.write('\r\u001b[2K');
  let last = from;
  return {
    update(text) {
      const now = performance.now();
      if (watched()) process.stdout.write(`\r\u001b[2K${line(dim('·'), dim(`${text} ${seconds(now - from)}`))}`);
      else if (now - last > 15_000) {
        last = now;
        console.log(line('·', `${text} ${seconds(now - from)}`));
      }
    },
    done(text = '') {
      clear();
      console.log(line(green('✓'), [text, dim(seconds(performance.now() - from))].filter(Boolean).join(' ')));
    },
    failed(text = '') {
      clear();
      console.log(line(red('✗'), [text, dim(seconds(performance.now() - from))].filter(Boolean).join(' ')));
    },
  };
}
