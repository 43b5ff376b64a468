/** Colours and basics that the desk and the shop page share. */
export const themeCss = `
:root {
  --paper: #f5f3ee; --card: #fffefb; --sunk: #efece4; --ink: #23281f; --soft: #666b5e; --line: #ddd8cb;
  --green: #2b6654; --green-ink: #fff; --green-wash: #e3eee8; --green-text: #225345;
  --amber: #8a5a00; --amber-wash: #faeed3; --red: #a5342a; --red-wash: #fae4df; --blue: #2a5a8a; --blue-wash: #e2ecf6;
  --shadow: 0 1px 2px rgb(40 40 20 / 6%), 0 4px 14px rgb(40 40 20 / 5%);
  --radius: 12px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161a18; --card: #1e2421; --sunk: #262d29; --ink: #e9ece6; --soft: #9fa89f; --line: #343d38;
    --green: #5cb598; --green-ink: #0c1a15; --green-wash: #21382f; --green-text: #93d6bf;
    --amber: #e9bd68; --amber-wash: #3a3019; --red: #f09a8c; --red-wash: #432521; --blue: #9cc3ea; --blue-wash: #1f3145;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 4px 14px rgb(0 0 0 / 20%);
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-font-smoothing: antialiased; }
h1, h2, h3, p { margin: 0; }
a { color: var(--green-text); }
button, input, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--green); outline-offset: 2px; }
.mark { width: 34px; height: 34px; flex: none; }
.mark rect { fill: var(--green); } .mark path { fill: var(--green-ink); }
.top { display: flex; min-height: 65px; align-items: center; gap: 12px; padding: 12px 20px; border-bottom: 1px solid var(--line); background: var(--card); }
.brand { flex: 1; min-width: 0; }
.brand h1 { font-size: 16px; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
.brand p { color: var(--soft); font-size: 13px; }
.top nav { display: flex; align-items: center; gap: 18px; font-size: 14px; }
.chip { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 12px; font-weight: 550; line-height: 20px; background: var(--sunk); color: var(--soft); white-space: nowrap; }
.chip.good { background: var(--green-wash); color: var(--green-text); }
.chip.wait { background: var(--amber-wash); color: var(--amber); }
.chip.bad { background: var(--red-wash); color: var(--red); }
.chip.info { background: var(--blue-wash); color: var(--blue); }
`;
