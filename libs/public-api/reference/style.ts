/** Light and dark by the reader's system; text and badges keep 4.5:1 in both. */
export const STYLE = `
:root {
  --bg: #ffffff; --panel: #f7f7f9; --line: #e3e3e9; --ink: #1c1c24; --soft: #5a5a68; --accent: #3d4fd8;
  --code: #f3f3f7; --get: #0b6b4a; --post: #3040b8; --patch: #8a4b00; --put: #8a4b00; --delete: #b02030;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #16161c; --panel: #1d1d25; --line: #32323e; --ink: #ececf2; --soft: #a9a9b8; --accent: #9aa8ff;
    --code: #22222c; --get: #5fd3a5; --post: #9aa8ff; --patch: #f0b35c; --put: #f0b35c; --delete: #ff8a94;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0; display: grid; grid-template-columns: 18rem minmax(0, 1fr); background: var(--bg); color: var(--ink);
  font: 15px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; background: var(--bg); padding: .5rem 1rem; }
aside {
  position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; background: var(--panel);
  border-right: 1px solid var(--line);
}
aside header { padding: 1.25rem 1.25rem .75rem; }
aside footer { padding: .75rem 1.25rem; border-top: 1px solid var(--line); font-size: .85rem; }
.brand { display: block; font-weight: 700; font-size: 1.15rem; color: var(--ink); text-decoration: none; margin-bottom: .75rem; }
.brand span { color: var(--accent); }
input[type="search"] {
  width: 100%; padding: .45rem .7rem; border: 1px solid var(--line); border-radius: 8px; background: var(--bg);
  color: var(--ink); font: inherit; font-size: .9rem;
}
nav { flex: 1; overflow-y: auto; padding: 0 .75rem 1rem; }
nav h2 { margin: 1rem .5rem .25rem; font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
nav a {
  display: flex; gap: .5rem; align-items: baseline; padding: .25rem .5rem; border-radius: 6px; color: var(--ink);
  text-decoration: none; font-size: .88rem; line-height: 1.4;
}
nav a:hover, nav a[aria-current] { background: var(--line); }
.method { font: 700 .68rem/1.5 var(--mono); text-transform: uppercase; flex: none; }
nav .method { width: 3.1rem; }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); } .put { color: var(--put); } .delete { color: var(--delete); }
main { padding: 2.5rem clamp(1.25rem, 4vw, 4rem) 6rem; max-width: 84rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.02em; }
.version { color: var(--soft); margin: 0 0 1.5rem; }
.tag { margin: 3.5rem 0 0; padding-bottom: .4rem; border-bottom: 1px solid var(--line); font-size: 1.4rem; letter-spacing: -.01em; }
.op { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); gap: 0 2.5rem; padding: 2rem 0; border-bottom: 1px solid var(--line); }
.op h3 { margin: 0; font-size: 1.1rem; }
.op h4 { margin: 1.25rem 0 .25rem; font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
.route { display: flex; flex-wrap: wrap; gap: .6rem; align-items: baseline; margin: .2rem 0 .4rem; }
.route .method { font-size: .8rem; }
.route code { background: none; padding: 0; font-size: .92rem; overflow-wrap: anywhere; }
.mark { border: 1px solid var(--line); border-radius: 99px; padding: 0 .55rem; font-size: .75rem; color: var(--soft); }
p { margin: .4rem 0; }
code { font: .86em/1.5 var(--mono); background: var(--code); padding: .1em .35em; border-radius: 4px; }
ul.fields { list-style: none; margin: 0; padding: 0; }
ul.fields ul.fields { margin: .2rem 0 .3rem; padding-left: 1rem; border-left: 2px solid var(--line); }
ul.fields > li { padding: .4rem 0; border-top: 1px solid var(--line); }
ul.fields > li:first-child { border-top: 0; }
.name { font: 600 .88rem var(--mono); }
.type { color: var(--soft); font-size: .84rem; margin-left: .5rem; }
.must { color: var(--delete); font-size: .78rem; margin-left: .5rem; }
.about { color: var(--soft); font-size: .9rem; margin: 0; }
details > summary { cursor: pointer; color: var(--soft); font-size: .86rem; }
.sample { border: 1px solid var(--line); border-radius: 10px; overflow: hidden; margin-bottom: 1rem; background: var(--code); }
.sample header { display: flex; justify-content: space-between; align-items: center; padding: .35rem .75rem; border-bottom: 1px solid var(--line); font-size: .78rem; color: var(--soft); }
.sample button { font: inherit; border: 0; background: none; color: var(--accent); cursor: pointer; padding: .1rem .3rem; }
.sample pre { margin: 0; padding: .75rem; overflow: auto; max-height: 26rem; font: .8rem/1.55 var(--mono); white-space: pre; }
[hidden] { display: none !important; }
@media (max-width: 72rem) { .op { grid-template-columns: minmax(0, 1fr); } .samples { margin-top: 1rem; } }
@media (max-width: 50rem) {
  body { grid-template-columns: minmax(0, 1fr); }
  aside { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  nav { max-height: 14rem; }
}
`;
