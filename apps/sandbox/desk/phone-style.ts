/** The phone, the chat and the switch between channels; after the page's own style. */
export const phoneCss = `
[hidden] { display: none !important; }
.channels { display: flex; gap: 2px; padding: 3px; border-radius: 10px; background: var(--sunk); }
.channels button { display: inline-flex; align-items: center; gap: 7px; padding: 5px 16px; border: 0; border-radius: 8px; background: none; color: var(--soft); font-size: 14px; font-weight: 550; cursor: pointer; }
.channels button:hover { color: var(--ink); }
.channels button[aria-selected=true] { background: var(--card); color: var(--ink); box-shadow: var(--shadow); }
@media (prefers-color-scheme: dark) { .channels button[aria-selected=true] { background: var(--line); } }
.top nav { flex: 1; justify-content: flex-end; }
.own-number { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }

.app { display: grid; grid-template-columns: 36px minmax(0, 1fr) auto; gap: 10px; align-items: center; }
.app-words { min-width: 0; } .app p { -webkit-line-clamp: 1; }
.app-icon { display: grid; place-items: center; width: 36px; height: 36px; flex: none; border-radius: 10px; background: var(--tint); }
.app-icon svg { width: 22px; height: 22px; fill: #fff; fill-rule: evenodd; }
.sms { --tint: #3a6ea8; --own: #2f66a3; --own-ink: #fff; }
.whatsapp { --tint: #1f8a4c; --own: #d6f2cf; --own-ink: #17301b; }
.messenger { --tint: #5b52c9; --own: #5b52c9; --own-ink: #fff; }
.instagram { --tint: #b8346b; --own: #a8336b; --own-ink: #fff; }
@media (prefers-color-scheme: dark) { .whatsapp { --own: #1d5138; --own-ink: #e6f5ea; } }

.phone-pane { align-items: center; padding: 18px; background: var(--paper); }
.handset { display: flex; flex-direction: column; width: min(420px, 100%); flex: 1; min-height: 0; max-height: 820px; margin: auto 0; border: 8px solid #23281f; border-radius: 38px; overflow: hidden; background: var(--card); box-shadow: 0 12px 40px rgb(30 35 25 / 18%); }
@media (prefers-color-scheme: dark) { .handset { border-color: #3a433d; } }
.phone-head { padding: 14px 16px 0; border-bottom: 1px solid var(--line); background: var(--card); }
.phone-top { display: flex; gap: 11px; align-items: center; padding-bottom: 11px; }
.phone-top div { min-width: 0; } .phone-top b { display: block; font-size: 15px; font-weight: 650; line-height: 1.25; }
.phone-top small { display: block; color: var(--soft); font-size: 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.strip { display: flex; flex-wrap: wrap; gap: 2px 10px; justify-content: space-between; margin: 0 -16px; padding: 6px 16px; background: var(--sunk); color: var(--soft); font-size: 12px; }
.strip.wait { background: var(--amber-wash); color: var(--amber); } .strip.bad { background: var(--red-wash); color: var(--red); }
.link { padding: 0; border: 0; background: none; color: var(--green-text); font-size: 12px; text-decoration: underline; cursor: pointer; }
.bubbles { flex: 1; min-height: 120px; overflow: auto; padding: 14px 12px; display: flex; flex-direction: column; gap: 8px; outline-offset: -3px; background: var(--paper); }
.date { align-self: center; padding: 1px 10px; border-radius: 99px; background: var(--sunk); color: var(--soft); font-size: 12px; }
.nothing { margin: auto; padding: 20px; color: var(--soft); font-size: 14px; text-align: center; }
.said { display: flex; flex-direction: column; gap: 6px; max-width: 84%; } .said.own { align-self: flex-end; align-items: flex-end; } .said.other { align-self: flex-start; align-items: flex-start; }
.bubble { padding: 7px 11px 5px; border-radius: 17px; background: var(--card); box-shadow: 0 1px 1px rgb(40 40 20 / 8%); font-size: 14.5px; line-height: 1.4; }
.bubble { min-width: 84px; }
.own .bubble { background: var(--own); color: var(--own-ink); border-bottom-right-radius: 5px; } .other .bubble { border-bottom-left-radius: 5px; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; } .bubble.reaction .words { font-size: 28px; line-height: 1.2; }
.quote { margin: 2px 0 5px; padding: 4px 9px; border-left: 3px solid currentcolor; border-radius: 6px; background: rgb(128 128 128 / 16%); font-size: 13px; overflow-wrap: anywhere; }
.meta { display: flex; justify-content: flex-end; align-items: center; gap: 5px; margin-top: 1px; font-size: 11px; opacity: 0.82; }
.ticks { display: inline-flex; } .ticks svg { width: 17px; height: 12px; fill: none; stroke: currentcolor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.ticks.read { color: #1577c2; } .messenger .ticks.read, .instagram .ticks.read { color: #9ee0ff; }
@media (prefers-color-scheme: dark) { .ticks.read { color: #6cc4ff; } }
.picture img { display: block; max-width: 100%; max-height: 220px; margin: 2px 0 4px; border-radius: 11px; }
.paper { display: block; margin: 2px 0 4px; padding: 7px 10px; border-radius: 10px; background: rgb(128 128 128 / 16%); color: inherit; font-size: 13px; overflow-wrap: anywhere; }
.choices { display: flex; flex-wrap: wrap; gap: 6px; }
.choices button { padding: 6px 14px; border: 1px solid var(--line); border-radius: 99px; background: var(--card); color: var(--green-text); font-size: 14px; font-weight: 550; cursor: pointer; }
.choices button:hover { background: var(--green-wash); border-color: var(--green); }
.phone-composer { border-top: 1px solid var(--line); padding: 9px 12px 14px; display: flex; flex-direction: column; gap: 8px; background: var(--card); }
.phone-composer .prompts.one-line { margin: 0 -12px; padding: 2px 12px; }
.prompts .word { font-weight: 650; letter-spacing: 0.02em; }
.phone-composer .files { padding: 0; } .phone-composer .files:empty { display: none; }
.phone-row { display: flex; gap: 8px; align-items: flex-end; }
.phone-row textarea { height: 36px; padding: 7px 13px; border-radius: 18px; resize: none; line-height: 20px; background: var(--paper); }
.round { display: grid; place-items: center; width: 36px; height: 36px; flex: none; border: 1px solid var(--line); border-radius: 50%; background: none; cursor: pointer; }
.round svg { width: 20px; height: 20px; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.round:hover { border-color: var(--soft); } .round.go { border: 0; background: var(--green); color: var(--green-ink); } .round:disabled { opacity: 0.5; cursor: default; }

.chat-pane { grid-area: 1 / list-start / auto / thread-end; display: flex; flex-direction: column; min-width: 0; min-height: 0; }
.chat-head { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--line); font-size: 13px; }
.chat-head p { flex: 1; min-width: 12ch; color: var(--soft); }
.segmented { display: flex; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.segmented button { padding: 4px 12px; border: 0; background: var(--card); font-size: 13px; cursor: pointer; }
.segmented button[aria-pressed=true] { background: var(--green); color: var(--green-ink); font-weight: 600; }
#shop-frame { flex: 1; width: 100%; min-height: 320px; border: 0; background: var(--paper); }

@media (max-width: 1180px) {
  .chat-pane { grid-area: thread; position: sticky; top: 0; height: calc(100vh - 65px); }
}
@media (max-width: 720px) {
  .top { flex-wrap: wrap; }
  .channels { order: 3; flex: 1 0 100%; } .channels button { flex: 1; justify-content: center; min-height: 36px; }
  .apps { flex-direction: row; overflow-x: auto; padding: 0 14px 10px; } .app { width: auto; flex: none; max-width: 240px; border: 1px solid var(--line); padding: 7px 12px 7px 8px; }
  .phone-pane { padding: 0; } .handset { width: 100%; max-height: none; overflow: visible; border: 0; border-radius: 0; box-shadow: none; border-top: 1px solid var(--line); }
  .bubbles { min-height: 46vh; overflow: visible; } .bubbles > * { scroll-margin-bottom: 124px; } .phone-composer { position: sticky; bottom: 0; z-index: 1; }
  .chat-pane { position: static; height: 78vh; } .chat-head { padding: 10px 14px; }
}
`;
