// The walls of the house. Floors from the ground up; a room may import only rooms of lower floors.
const floors = [
  ['kernel', 'contracts', 'sdk'],
  ['connectors'],
  ['identity', 'customers', 'knowledge', 'policies'],
  ['desk', 'commerce'],
  ['actions'],
  ['ai', 'automation', 'analytics', 'realtime', 'public-api'],
];
const lookDownOnly = floors.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const below = floors.slice(0, floor).flat();
    const allowed = [room, ...below, 'testing'].join('|');
    return {
      name: `look-down-only-${room}`,
      comment: `${room} stands on floor ${floor}: it may import ${below.join(', ') || 'no other room'}. Go up or sideways by publishing an event.`,
      severity: 'error',
      from: { path: `^libs/${room}/`, pathNot: '\\.(spec|db-spec|e2e-spec)\\.ts$' },
      to: { path: '^libs/', pathNot: `^libs/(${allowed})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...lookDownOnly,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'enter-by-the-door',
      comment: 'Enter a room only through its index.ts.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/([^/]+)', pathNot: '^libs/testing/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$2/', '^libs/[^/]+/index\\.ts$', '^libs/testing/'] },
    },
    {
      name: 'vendors-never-import-vendors',
      severity: 'error',
      from: {
        path: '^libs/connectors/(channel|commerce|carrier|loyalty|payment|fulfilment|subscription|custom)/([^/]+)/',
      },
      to: {
        path: '^libs/connectors/(channel|commerce|carrier|loyalty|payment|fulfilment|subscription|custom)/([^/]+)/',
        pathNot: '^libs/connectors/$1/$2/',
      },
    },
    {
      name: 'contracts-import-nothing',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { pathNot: '^libs/contracts/' },
    },
    {
      name: 'sandbox-shares-no-code',
      comment: "A fake that shares the adapter's code shares its bugs.",
      severity: 'error',
      from: { path: '^apps/sandbox/' },
      to: { path: '^(libs|apps/(server|console|cli))/' },
    },
    {
      name: 'browsers-see-contracts-and-sdk-only',
      severity: 'error',
      from: { path: '^apps/(console|widget)/', pathNot: '^apps/[^/]+/e2e/' },
      to: { path: '^(libs|apps)/', pathNot: '^(libs/(contracts|sdk)/|apps/(console|widget)/)' },
    },
    {
      name: 'features-never-import-features',
      severity: 'error',
      from: { path: '^apps/console/features/([^/]+)/' },
      to: { path: '^apps/console/features/([^/]+)/', pathNot: '^apps/console/features/$1/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [
          '\\.(spec|db-spec|e2e-spec)\\.tsx?$',
          '\\.fixture\\.ts$',
          '^libs/testing/',
          '^apps/cli/(bench|eval)/',
          '^apps/[^/]+/e2e/',
          'conformance',
        ],
      },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'langchain-loads-lazily',
      comment:
        'Without a key the start must not pay for LangChain: only a *-brain.ts and openai-embedder.ts import it, and are imported dynamically themselves.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [
          '\\.(spec|db-spec|e2e-spec|fixture)\\.ts$',
          '^libs/ai/brains/[^/]+-brain\\.ts$',
          '^libs/knowledge/embeddings/openai-embedder\\.ts$',
        ],
      },
      to: {
        path: '@langchain/openai|node_modules/langchain/|^libs/ai/brains/[^/]+-brain\\.ts$|^libs/knowledge/embeddings/openai-embedder\\.ts$',
        dependencyTypesNot: ['type-only'],
        dynamic: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
