import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildOpenApi } from '../openapi/build-openapi';
import { PAGE } from './page';
import { SCRIPT } from './script';
import { STYLE } from './style';

/** Everything that the page loads comes from here; nothing may run that is not a file of ours. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Serves `/api/openapi.json` and the reference at `/api/docs`, open to everyone. To be called before the application
 * listens. The document is built by the first request, so that a start does not pay for it.
 */
export function mountApiReference(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  let document: string | undefined;
  const serve = (path: string, type: string, content: () => string): void => {
    server.get(path, (_request, reply) =>
      reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('content-security-policy', CSP)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-cache')
        .send(content()),
    );
  };
  serve('/api/openapi.json', 'application/json', () => (document ??= JSON.stringify(buildOpenApi(app))));
  serve('/api/docs', 'text/html', () => PAGE);
  serve('/api/docs/app.js', 'text/javascript', () => SCRIPT);
  serve('/api/docs/style.css', 'text/css', () => STYLE);
}
