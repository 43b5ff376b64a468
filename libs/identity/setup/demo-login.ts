import type { BootBody } from '@satchel/contracts';

/** What the sign-in form of a demo may offer. A function, because the demo is seeded after the rooms are built. */
export type DemoLogin = () => BootBody['demo'];

/** The server provides it on a demo; nowhere else. */
export const DEMO_LOGIN = Symbol('DEMO_LOGIN');
