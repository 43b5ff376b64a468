import { themeCss } from './theme';

export const pageCss = `${themeCss}
html, body { height: 100%; }
body { display: flex; flex-direction: column; }
main { flex: 1; min-height: 0; display: grid; grid-template: "people list thread facts" 1fr / 226px 250px minmax(0, 1fr) 296px; }
h2 { font-size: 12px; font-weight: 600; color: var(--soft); letter-spacing: 0.01em; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.live { display: inline-flex; align-items: center; gap: 7px; color: var(--soft); font-size: 13px; }
.live i { width: 8px; height: 8px; border-radius: 50%; background: var(--line); }
.live.on i { background: var(--green); }
.live.off i { background: var(--red); }

.people { grid-area: people; padding: 16px 12px; border-right: 1px solid var(--line); overflow: auto; display: flex; flex-direction: column; gap: 10px; }
.people h2 { padding: 0 8px; }
.people-list { display: flex; flex-direction: column; gap: 2px; }
.person { display: grid; grid-template-columns: 36px 1fr auto; gap: 10px; align-items: center; width: 100%; padding: 8px; border: 0; border-radius: 10px; background: none; text-align: left; cursor: pointer; }
.person:hover { background: var(--sunk); }
.person[aria-pressed=true] { background: var(--green-wash); }
.person b { display: block; font-weight: 600; font-size: 14px; line-height: 1.3; }
.person small { display: block; color: var(--soft); font-size: 12px; line-height: 1.35; }
.avatar { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%; font-size: 13px; font-weight: 600; color: #fff; background: var(--hue, #777); }
.hue-0 { --hue: #2f6f5e; } .hue-1 { --hue: #a8562b; } .hue-2 { --hue: #6a559b; } .hue-3 { --hue: #2f6a94; } .hue-4 { --hue: #a03e5c; } .hue-5 { --hue: #5c6470; } .hue-6 { --hue: #7d6a1f; }
.count { min-width: 20px; padding: 0 6px; border-radius: 99px; background: var(--green); color: var(--green-ink); font-size: 12px; font-weight: 650; line-height: 20px; text-align: center; }
.free { padding: 10px 8px 0; border-top: 1px solid var(--line); }
.free label { display: block; margin-bottom: 6px; color: var(--soft); font-size: 12px; font-weight: 600; }
.row { display: flex; gap: 6px; }
input, textarea { width: 100%; min-width: 0; padding: 7px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
input::placeholder, textarea::placeholder { color: var(--soft); opacity: 1; }
.free input { font-size: 13px; }
.free button, .small { padding: 4px 11px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); font-size: 13px; font-weight: 550; cursor: pointer; white-space: nowrap; }
.free button:hover, .small:hover { border-color: var(--soft); }

.list { grid-area: list; border-right: 1px solid var(--line); overflow: auto; }
.list-head { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; justify-content: space-between; padding: 12px 16px; background: var(--paper); }
.threads { padding: 0 8px 12px; display: flex; flex-direction: column; gap: 2px; }
.item { display: block; width: 100%; padding: 10px; border: 0; border-radius: 10px; background: none; text-align: left; cursor: pointer; }
.item:hover { background: var(--sunk); }
.item[aria-pressed=true] { background: var(--green-wash); }
.item .line { display: flex; justify-content: space-between; gap: 8px; align-items: baseline; }
.item b { font-weight: 600; font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.item time { color: var(--soft); font-size: 12px; flex: none; }
.item p { color: var(--soft); font-size: 13px; line-height: 1.4; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
.item .dot { display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%; background: var(--green); }
.empty { padding: 18px 10px; color: var(--soft); font-size: 14px; }

.thread { grid-area: thread; display: flex; flex-direction: column; min-height: 0; min-width: 0; background: var(--card); }
.thread-head { padding: 14px 22px 12px; border-bottom: 1px solid var(--line); }
.thread-head h3 { font-size: 17px; font-weight: 650; letter-spacing: -0.01em; line-height: 1.3; overflow-wrap: anywhere; }
.thread-head p { color: var(--soft); font-size: 13px; }
.messages { flex: 1; min-height: 140px; overflow: auto; padding: 18px 22px; display: flex; flex-direction: column; gap: 14px; outline-offset: -2px; }
.hello { margin: auto; max-width: 36ch; text-align: center; color: var(--soft); }
.hello svg { width: 120px; height: 84px; margin-bottom: 10px; }
.hello b { display: block; color: var(--ink); font-weight: 600; margin-bottom: 4px; }
.mail { max-width: 92%; padding: 12px 15px; border-radius: var(--radius); background: var(--sunk); }
.mail.own { align-self: flex-end; background: var(--green-wash); }
.mail.other { align-self: flex-start; }
.mail header { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; margin-bottom: 5px; font-size: 13px; }
.mail header b { font-weight: 600; } .mail header time { color: var(--soft); font-size: 12px; }
.mail .body { white-space: pre-wrap; overflow-wrap: anywhere; }
.mail details { margin-top: 8px; font-size: 13px; color: var(--soft); }
.mail summary { cursor: pointer; width: fit-content; border-radius: 4px; }
.mail details .body { margin-top: 6px; padding-left: 10px; border-left: 2px solid var(--line); }
.mail dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; margin: 6px 0 0; font: 12px/1.45 ui-monospace, "SF Mono", Menlo, monospace; }
.mail dt { color: var(--soft); } .mail dd { margin: 0; overflow-wrap: anywhere; color: var(--ink); }
.mail .foot { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px; }
.mail .quiet { color: var(--soft); font-size: 12px; }
.waiting { align-self: flex-start; display: flex; align-items: center; gap: 9px; color: var(--soft); font-size: 13px; }
.waiting i { display: inline-flex; gap: 4px; }
.waiting i::before, .waiting i::after, .waiting i span { content: ""; width: 6px; height: 6px; border-radius: 50%; background: var(--soft); animation: blink 1.2s infinite both; }
.waiting i span { animation-delay: 0.2s; } .waiting i::after { animation-delay: 0.4s; }
@keyframes blink { 0%, 80%, 100% { opacity: 0.25; } 40% { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { .waiting i::before, .waiting i::after, .waiting i span { animation: none; } }

.composer { border-top: 1px solid var(--line); padding: 12px 22px 16px; display: flex; flex-direction: column; gap: 10px; }
.prompts { display: flex; gap: 6px; flex-wrap: wrap; }
.prompts.one-line { flex-wrap: nowrap; overflow-x: auto; margin: 0 -22px; padding: 2px 22px; scrollbar-width: none; mask: linear-gradient(90deg, transparent, #000 22px, #000 calc(100% - 40px), transparent); }
.prompts.one-line button { flex: none; }
.prompts button { padding: 4px 12px; border: 1px solid var(--line); border-radius: 99px; background: none; font-size: 13px; cursor: pointer; }
.prompts button:hover { background: var(--green-wash); border-color: var(--green); }
.fields { border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); }
.fields:focus-within { border-color: var(--green); }
.fields input, .fields textarea { border: 0; background: none; outline: none; border-radius: 0; }
.field-row { display: flex; align-items: center; border-bottom: 1px solid var(--line); padding-left: 12px; }
.field-row label { color: var(--soft); font-size: 13px; }
.field-row[hidden] { display: none; }
.fields textarea { display: block; padding: 10px 12px; resize: none; min-height: 76px; max-height: 40vh; }
.send-row { display: flex; align-items: center; gap: 10px; padding: 8px 10px; }
.send-row .to { flex: 1; min-width: 0; color: var(--soft); font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.files { display: flex; flex-wrap: wrap; gap: 6px; padding: 0 12px; }
.files button { border: 0; cursor: pointer; }
.primary { padding: 6px 20px; border: 0; border-radius: 8px; background: var(--green); color: var(--green-ink); font-weight: 600; cursor: pointer; }
.primary:hover { filter: brightness(1.08); }
.primary:disabled { opacity: 0.5; cursor: default; filter: none; }

.facts { grid-area: facts; border-left: 1px solid var(--line); padding: 16px; overflow: auto; }
.facts h2 { margin-bottom: 10px; }
.warn { margin-bottom: 12px; padding: 9px 12px; border-radius: 10px; background: var(--amber-wash); color: var(--amber); font-size: 13px; }
.order { padding: 14px; border-radius: var(--radius); background: var(--card); box-shadow: var(--shadow); }
.order + .order { margin-top: 12px; }
.order-head { display: flex; align-items: baseline; justify-content: space-between; }
.order-head b { font-size: 16px; font-weight: 650; } .order-head span { font-weight: 600; font-variant-numeric: tabular-nums; }
.order .when { color: var(--soft); font-size: 12px; }
.order .chips { display: flex; flex-wrap: wrap; gap: 5px; margin: 8px 0; }
.order ul { list-style: none; margin: 0; padding: 0; font-size: 13px; }
.order li { display: flex; justify-content: space-between; gap: 10px; padding: 2px 0; }
.order li span:last-child { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.parcel { margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 13px; }
.parcel .number { font: 12px ui-monospace, "SF Mono", Menlo, monospace; user-select: all; overflow-wrap: anywhere; }
.parcel .soft { color: var(--soft); }
.steps { display: flex; gap: 3px; margin: 7px 0; } .steps i { flex: 1; height: 5px; border-radius: 3px; background: var(--line); } .steps i.done { background: var(--green); }
.parcel .small, .order > .small { margin-top: 8px; font-size: 12px; }
.toast { position: fixed; left: 50%; bottom: 20px; transform: translate(-50%, 80px); max-width: min(90vw, 520px); padding: 9px 16px; border-radius: 10px; background: var(--ink); color: var(--paper); font-size: 14px; opacity: 0; transition: transform 0.2s, opacity 0.2s; pointer-events: none; }
.toast.show { transform: translate(-50%, 0); opacity: 1; }

@media (max-width: 1180px) {
  main { grid-template: "people thread" auto "list thread" auto "facts thread" 1fr / 292px minmax(0, 1fr); overflow: hidden; overflow-y: auto; }
  .people, .list, .facts { border-left: 0; border-right: 1px solid var(--line); overflow: visible; }
  .people, .list { border-bottom: 1px solid var(--line); }
  .thread { position: sticky; top: 0; height: calc(100vh - 65px); }
}
@media (max-width: 720px) {
  html, body { height: auto; }
  .top { padding: 10px 14px; } .brand p, .top nav a { display: none; }
  main { display: block; overflow: visible; }
  .people, .list, .facts { border-right: 0; }
  .people { padding: 12px; } .people h2 { display: none; }
  .people-list { flex-direction: row; overflow-x: auto; margin: 0 -12px; padding: 2px 12px; }
  .person { width: auto; grid-template-columns: 32px auto auto; padding: 6px 10px 6px 6px; border: 1px solid var(--line); border-radius: 99px; }
  .person small { display: none; } .avatar { width: 32px; height: 32px; } .person b { white-space: nowrap; }
  .thread { position: static; height: auto; } .messages { overflow: visible; padding: 14px; min-height: 0; } .hello { padding: 20px 0; }
  .thread-head, .composer { padding-left: 14px; padding-right: 14px; }
  .prompts, .prompts.one-line { flex-wrap: nowrap; overflow-x: auto; margin: 0 -14px; padding: 2px 14px; } .prompts button { white-space: nowrap; }
  .facts { border-top: 1px solid var(--line); }
}
`;
