import { CallbackManager } from '@langchain/core/callbacks/manager';
import { quietly } from './quietly';

const traces = (): boolean =>
  CallbackManager.configure(undefined, [])?.handlers.some((handler) => handler.name === 'langchain_tracer') ?? false;

it("keeps customers' words from a tracing service that the environment names", async () => {
  const names = { LANGSMITH_TRACING: 'true', LANGSMITH_API_KEY: 'k', LANGSMITH_ENDPOINT: 'http://127.0.0.1:9' };
  Object.assign(process.env, names);
  try {
    expect(traces()).toBe(true);
    expect(await quietly(async () => traces())).toBe(false);
    // After an await as well: the model's own steps run later than the call.
    expect(await quietly(async () => Promise.resolve().then(traces))).toBe(false);
  } finally {
    for (const name of Object.keys(names)) delete process.env[name];
  }
});
