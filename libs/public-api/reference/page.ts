/** The frame of the reference; the script fills it from the document. */
export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Satchel API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/docs/style.css" />
    <script src="/api/docs/app.js" defer></script>
  </head>
  <body>
    <a class="skip" href="#content">Skip to the operations</a>
    <aside>
      <header>
        <a class="brand" href="#overview">Satchel <span>API</span></a>
        <input id="filter" type="search" placeholder="Filter operations ( / )" aria-label="Filter operations" />
      </header>
      <nav id="nav" aria-label="Operations"></nav>
      <footer><a href="/api/openapi.json">openapi.json</a></footer>
    </aside>
    <main id="content" tabindex="-1">
      <p id="state" role="status">Reading the document…</p>
      <noscript>This page draws <a href="/api/openapi.json">openapi.json</a> with a script.</noscript>
    </main>
  </body>
</html>
`;
