import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Rules that would ruin whatever they reach. */
const CSS = `
  body { margin: 0; font: 18px/1.5 Georgia, serif; background: #fbf7f0; color: #40321f; min-height: 1500px; }
  @media (prefers-color-scheme: dark) { body { background: #14110d; color: #e8ddcb; } }
  main { max-width: 720px; margin: 0 auto; padding: 32px 20px; }
  div, p, button, textarea, satchel-chat { letter-spacing: 3px; text-transform: uppercase; }
  button, textarea, satchel-chat { display: none !important; opacity: 0.1 !important; }
`;

/** A shop's page on another origin than the desk, with a policy that allows the desk and nothing more. */
export class Shop {
  private server: Server | null = null;
  /** Attributes of the tag beside its key. */
  attributes = '';
  /** More of the page's body. */
  extra = '';
  lang = 'en';

  constructor(private readonly desk: string) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}/`;
  }

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      if (request.url === '/shop.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(CSS);
      if (request.url === '/shop.js')
        return void response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(
            'window.Satchel ??= (...call) => (window.Satchel.q ??= []).push(call); Satchel("on", "open", () => (document.body.dataset.opened = "yes"));',
          );
      const socket = this.desk.replace('http', 'ws');
      const csp = [
        `default-src 'none'`,
        `script-src 'self' ${this.desk}`,
        `connect-src ${this.desk} ${socket}`,
        `img-src ${this.desk}`,
        `style-src 'self'`,
        `base-uri 'none'`,
        `require-trusted-types-for 'script'`,
      ].join('; ');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp });
      response.end(this.page());
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private page(): string {
    const tag = `<script src="${this.desk}/widget.js" data-key="conn-1" ${this.attributes} async></script>`;
    return `<!doctype html><html lang="${this.lang}"><head><meta charset="utf-8"><title>Boots</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/shop.css"><script src="/shop.js"></script>
      </head><body><main><h1>Mountain boots</h1><p>Sturdy, warm and waterproof.</p></main>${tag}${this.extra}</body></html>`;
  }
}
