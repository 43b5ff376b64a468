declare module '*.mjs';
declare module '*.cjs';
