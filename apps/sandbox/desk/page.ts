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
  <div class="brand"><h1>Customer&rsquo;s desk</h1><p>Be one of Fernhill Outfitters&rsquo; customers</p></div>
  <div class="channels" role="tablist" aria-label="Channel">
    <button type="button" role="tab" id="tab-mail" data-channel="mail">Mail<span class="count" id="news-mail" hidden></span></button>
    <button type="button" role="tab" id="tab-phone" data-channel="phone">Phone<span class="count" id="news-phone" hidden></span></button>
    <button type="button" role="tab" id="tab-chat" data-channel="chat">Chat</button>
  </div>
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
  <section class="list" aria-label="Mailbox" data-for="mail">
    <div class="list-head"><h2>Mailbox</h2><button type="button" id="new" class="small" title="New mail (n)">New mail</button></div>
    <div id="threads" class="threads"></div>
  </section>
  <section class="list" aria-label="On the phone" data-for="phone" hidden>
    <div class="list-head"><h2>On the phone</h2><span id="phone-number" class="own-number"></span></div>
    <div id="apps" class="threads apps"></div>
  </section>
  <section class="thread phone-pane" aria-label="Phone" data-for="phone" hidden>
    <div class="handset">
      <div id="phone-head" class="phone-head"></div>
      <div id="bubbles" class="bubbles" tabindex="0" aria-live="polite"></div>
      <form id="phone-composer" class="phone-composer">
        <div id="phone-chips" class="prompts one-line" role="group" aria-label="Ready-made messages"></div>
        <div id="phone-files" class="files"></div>
        <div class="phone-row">
          <button type="button" id="phone-attach" class="round" aria-label="Attach a picture or file"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg></button>
          <input id="phone-file" type="file" multiple hidden accept="image/*,application/pdf">
          <label class="sr" for="phone-text">Message</label>
          <textarea id="phone-text" rows="1" placeholder="Message" title="Enter sends, Shift + Enter starts a line"></textarea>
          <button type="submit" id="phone-send" class="round go" aria-label="Send"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V6M6 11l6-6 6 6"/></svg></button>
        </div>
      </form>
    </div>
  </section>
  <section class="chat-pane" aria-label="Chat" data-for="chat" hidden>
    <div class="chat-head">
      <div class="segmented" role="group" aria-label="In the shop you are"><button type="button" id="chat-signed">Signed in</button><button type="button" id="chat-visitor">A visitor</button></div>
      <p id="chat-note"></p>
      <a id="chat-open" href="/shop" target="_blank" rel="noopener">Open the shop in a tab</a>
    </div>
    <iframe id="shop-frame" title="The shop with its chat"></iframe>
  </section>
  <section class="thread" aria-label="Conversation" data-for="mail">
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
