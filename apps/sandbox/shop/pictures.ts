import type { Picture } from '../seed/world.types';

/** Simple drawings on a 120 x 90 ground; `c` is the product's colour, `d` a darker shade of it. */
const drawings: Record<Picture, (c: string) => string> = {
  jacket: (c) =>
    `<path d="M46 14h28l16 12 8 38-12 3-5-22v31H39V45l-5 22-12-3 8-38z" fill="${c}"/><path d="M60 16v60" stroke="#fff" stroke-opacity=".6" stroke-width="2"/><path d="M49 14q11 12 22 0l-3-5H52z" fill="#000" fill-opacity=".25"/><path d="M44 56h11v10H44zM65 56h11v10H65z" fill="#000" fill-opacity=".15"/>`,
  tent: (c) =>
    `<path d="M14 74 60 18l46 56z" fill="${c}"/><path d="M60 18 46 74h28z" fill="#000" fill-opacity=".25"/><path d="M60 34 52 74h16z" fill="#fff" fill-opacity=".7"/><path d="M8 74h104" stroke="#000" stroke-opacity=".3" stroke-width="2"/>`,
  boots: (c) =>
    `<path d="M38 18h24v30l26 10q6 3 6 12H36z" fill="${c}"/><path d="M34 68h62v8H34z" fill="#000" fill-opacity=".45"/><path d="M46 28h16M46 36h16M48 44h15" stroke="#fff" stroke-opacity=".7" stroke-width="2.5"/>`,
  shoes: (c) =>
    `<path d="M28 40q10 6 20 0l12 10q8 6 26 8 8 2 8 12H28z" fill="${c}"/><path d="M26 68h70v8H26z" fill="#000" fill-opacity=".4"/><path d="m50 44-6 7M57 50l-6 7M64 54l-5 7" stroke="#fff" stroke-opacity=".75" stroke-width="2.5"/>`,
  pack: (c) =>
    `<path d="M40 24q20-14 40 0v46q0 6-6 6H46q-6 0-6-6z" fill="${c}"/><path d="M46 50h28v18H46z" fill="#000" fill-opacity=".2"/><path d="M40 36h40" stroke="#fff" stroke-opacity=".6" stroke-width="3"/><path d="M36 40v24M84 40v24" stroke="#000" stroke-opacity=".35" stroke-width="4"/>`,
  bag: (c) =>
    `<path d="M28 66q-4-36 14-42 24-6 46 10 10 12 2 28-4 10-14 10H36q-6 0-8-6z" fill="${c}"/><path d="M42 66q-6-28 8-34" stroke="#fff" stroke-opacity=".6" stroke-width="2.5" fill="none"/><ellipse cx="84" cy="48" rx="11" ry="13" fill="#000" fill-opacity=".25"/>`,
  stove: (c) =>
    `<path d="M46 52h28v20q0 4-4 4H50q-4 0-4-4z" fill="${c}"/><path d="M38 40h44l-6 10H44z" fill="#000" fill-opacity=".4"/><path d="M60 12q12 12 0 26-12-10 0-26z" fill="#f0a63a"/><path d="M50 58h20" stroke="#fff" stroke-opacity=".6" stroke-width="3"/>`,
  lamp: (c) =>
    `<path d="M18 46q42-24 84 0" stroke="#000" stroke-opacity=".35" stroke-width="9" fill="none"/><rect x="44" y="28" width="32" height="28" rx="8" fill="${c}"/><circle cx="60" cy="42" r="9" fill="#fff" fill-opacity=".85"/><path d="M60 62v14M44 60l-8 12M76 60l8 12" stroke="${c}" stroke-width="3"/>`,
  socks: (c) =>
    `<path d="M34 16h20v30l10 12q6 10-4 15-8 3-14-4L34 54z" fill="${c}"/><path d="M66 16h20v30l8 12q6 10-4 15-8 3-14-4L66 54z" fill="${c}"/><path d="M34 24h20M66 24h20" stroke="#fff" stroke-opacity=".7" stroke-width="4"/>`,
  trousers: (c) =>
    `<path d="M40 14h40l6 62H68l-8-40-8 40H34z" fill="${c}"/><path d="M40 20h40" stroke="#000" stroke-opacity=".3" stroke-width="4"/><path d="M36 52h16M68 52h16" stroke="#fff" stroke-opacity=".5" stroke-width="2"/>`,
  bottle: (c) =>
    `<rect x="46" y="28" width="28" height="50" rx="8" fill="${c}"/><rect x="50" y="14" width="20" height="14" rx="3" fill="#000" fill-opacity=".45"/><path d="M46 46h28" stroke="#fff" stroke-opacity=".6" stroke-width="3"/>`,
};

export function picture(kind: Picture, colour: string): string {
  return `<svg viewBox="0 0 120 90" role="img" aria-label="${kind}">${drawings[kind](colour)}</svg>`;
}
