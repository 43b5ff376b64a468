/** The help centre's one style sheet; the accent is the shop's. */
export const styleOf = (colour: string): string => `
:root { color-scheme: light dark; --accent: ${colour}; --ink: #1c2430; --dim: #5a6473; --paper: #fff; --line: #e2e6ec; --soft: #f5f7fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --dim: #a3adba; --paper: #14181f; --line: #2c333d; --soft: #1c222b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif; }
a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--accent); }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 8px 12px; }
header.top { border-top: 4px solid var(--accent); background: var(--soft); border-bottom: 1px solid var(--line); }
.wide { max-width: 860px; margin: 0 auto; padding: 20px; }
.top .wide { display: flex; gap: 16px; align-items: center; flex-wrap: wrap; }
.top .name { font-weight: 700; font-size: 1.15rem; text-decoration: none; margin-right: auto; }
form.search { display: flex; gap: 8px; flex: 1 1 100%; }
input, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--dim); border-radius: 8px; padding: 10px 12px; width: 100%; }
button { font: inherit; font-weight: 600; color: inherit; background: var(--paper); border: 2px solid var(--accent); border-radius: 8px; padding: 8px 18px; cursor: pointer; }
h1 { line-height: 1.25; font-size: 1.9rem; } h2 { line-height: 1.3; margin-top: 2rem; font-size: 1.3rem; }
ul.list { list-style: none; padding: 0; } ul.list li { padding: 8px 0; border-bottom: 1px solid var(--line); }
.excerpt, .dim { color: var(--dim); margin: 4px 0; font-size: .95rem; }
mark { background: none; color: inherit; font-weight: 700; box-shadow: inset 0 -.5em color-mix(in srgb, var(--accent) 35%, transparent); }
.sections { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 8px 40px; }
article img { max-width: 100%; height: auto; } pre { overflow: auto; background: var(--soft); padding: 12px; border-radius: 8px; }
blockquote { margin: 0; padding-left: 16px; border-left: 4px solid var(--accent); color: var(--dim); }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid var(--line); padding: 8px 12px; text-align: left; }
.helpful { display: flex; gap: 12px; align-items: center; flex-wrap: wrap; margin-top: 40px; padding-top: 20px; border-top: 1px solid var(--line); }
form.contact { display: grid; gap: 16px; max-width: 560px; } form.contact label { display: grid; gap: 4px; font-weight: 600; }
.trap { position: absolute; left: -9999px; } .note { background: var(--soft); border-left: 4px solid var(--accent); padding: 12px 16px; }
footer { border-top: 1px solid var(--line); margin-top: 48px; color: var(--dim); } nav.languages a { margin-right: 14px; }
`;
