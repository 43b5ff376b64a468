import { installedMatches, installHint, installKey } from './install.mjs';
import { nodeProblem } from './node-version.mjs';

describe('whether the packages are there', () => {
  const lock = {
    packages: {
      '': { name: 'satchel' },
      'node_modules/pg': { version: '8.23.1' },
      'node_modules/@swc/core-darwin-arm64': { version: '1.16.18', optional: true },
    },
  };

  it('takes an installation made by hand, without the packages of other systems', () => {
    expect(installedMatches(lock, { packages: { 'node_modules/pg': { version: '8.23.1' } } })).toBe(true);
  });

  it('refuses another version, or a package that is missing', () => {
    expect(installedMatches(lock, { packages: { 'node_modules/pg': { version: '8.22.0' } } })).toBe(false);
    expect(installedMatches(lock, { packages: {} })).toBe(false);
  });

  it('is made for one lockfile', () => {
    expect(installKey('one')).toBe(installKey('one'));
    expect(installKey('one')).not.toBe(installKey('two'));
  });
});

describe('what to do when it fails', () => {
  it.each([
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES\nnpm error syscall mkdir', /may not write/],
    ['npm error network request failed, reason: getaddrinfo ENOTFOUND registry.example', /did not answer/],
    [
      'npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync',
      /disagree/,
    ],
    ['npm error something new', /npm ci/],
  ])('%s', (output, hint) => expect(installHint(output)).toMatch(hint));
});

describe('the Node version', () => {
  it('is refused in one sentence when it is too old', () => {
    expect(nodeProblem('18.20.4')).toMatch(/^Satchel needs Node 20\.19 or newer, and this is 18\.20\.4/);
    expect(nodeProblem('20.18.1')).toContain('20.18.1');
  });

  it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('%s is fine', (version) =>
    expect(nodeProblem(version)).toBeNull(),
  );
});
