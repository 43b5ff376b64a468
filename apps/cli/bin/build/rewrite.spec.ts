import { rewriteAliases } from './rewrite.mjs';
import { outputOf } from './sources.mjs';

describe('what becomes of a source', () => {
  it.each([
    ['apps/server/main.ts', 'apps/server/main.js'],
    ['libs/kernel/index.ts', 'libs/kernel/index.js'],
    ['apps/sandbox/desk/desk.html', 'apps/sandbox/desk/desk.html'],
    ['migrations/1795170000001-kernel.ts', 'migrations/1795170000001-kernel.js'],
    ['libs/connectors/shop/schema.graphql', 'libs/connectors/shop/schema.graphql'],
    ['libs/desk/ticket/ticket.db-spec.ts', null],
    ['libs/desk/README.md', null],
    ['apps/cli/bin/start.mjs', null],
    ['libs/connectors/channel/email/fixtures/plain.eml', null],
  ])('%s -> %s', (source, output) => expect(outputOf(source)).toBe(output));
});

describe('a compiled file', () => {
  it('finds a room by its path from where the file lies', () => {
    expect(rewriteAliases('const k = require("@satchel/kernel");', 'apps/server/main.js')).toBe(
      'const k = require("../../libs/kernel/index.js");',
    );
    expect(rewriteAliases("require('@satchel/public-api')", 'libs/desk/ticket/deep/ticket.service.js')).toBe(
      "require('../../../public-api/index.js')",
    );
    expect(rewriteAliases('require("@satchel/desk")', 'libs/index.js')).toBe('require("./desk/index.js")');
  });

  it('keeps every other text', () => {
    const code = 'require("@nestjs/core"); const text = "@satchel/kernel"; require("./satchel/kernel")';
    expect(rewriteAliases(code, 'apps/server/main.js')).toBe(code);
  });
});
