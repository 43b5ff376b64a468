export const favicon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%232f6f5e'/%3E%3Cpath d='M5 24 13 10l4 7 3-5 7 12z' fill='%23fff'/%3E%3C/svg%3E";

export const mark =
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="M5 24 13 10l4 7 3-5 7 12z"/></svg>';

export const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Customer's desk · Fernhill Outfitters</title>
<link rel="icon" href="${favicon}">
<link rel="stylesheet" href="/desk/desk.css">
</head>
<body>
<header class="top">
  ${mark}
  <div class="brand"><h1>Customer&rsquo;s desk</h1><p>Write to Fernhill Outfitters as one of its customers</p></div>
  <nav><a href="/shop">The shop</a><span id="live" class="live" role="status"><i></i><span>Connecting</span></span></nav>
</header>
<main>
  <section class="people" aria-label="Customers">
    <h2>You are</h2>
    <div id="people" class="people-list"></div>
    <form id="free" class="free">
      <label for="free-address">Or anybody else</label>
      <div class="row"><input id="free-address" type="email" name="address" placeholder="Mail address" autocomplete="off" spellcheck="false" required><button type="submit" aria-label="Use this address">Use</button></div>
    </form>
  </section>
  <section class="list" aria-label="Mailbox">
    <div class="list-head"><h2>Mailbox</h2><button type="button" id="new" class="small" title="New mail (n)">New mail</button></div>
    <div id="threads" class="threads"></div>
  </section>
  <section class="thread" aria-label="Conversation">
    <div id="thread-head" class="thread-head"></div>
    <div id="messages" class="messages" tabindex="0" aria-live="polite"></div>
    <form id="composer" class="composer">
      <div id="prompts" class="prompts" role="group" aria-label="Ready-made messages"></div>
      <div class="fields">
        <div class="field-row" id="subject-row"><label for="subject">Subject</label><input id="subject" autocomplete="off" maxlength="300"></div>
        <label class="sr" for="text">Message</label>
        <textarea id="text" rows="4" placeholder="Write your message"></textarea>
        <div id="files" class="files"></div>
        <div class="send-row">
          <button type="button" id="attach" class="small">Attach</button><input id="file" type="file" multiple hidden>
          <span id="to" class="to"></span>
          <button type="submit" id="send" class="primary" title="Ctrl + Enter">Send</button>
        </div>
      </div>
    </form>
  </section>
  <aside class="facts" aria-label="What the shop knows">
    <h2>What the shop knows</h2>
    <div id="facts"></div>
  </aside>
</main>
<div id="toast" class="toast" role="alert"></div>
<script src="/desk/desk.js" defer></script>
</body>
</html>
`;
