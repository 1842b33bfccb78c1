import { describe, expect, it } from 'vitest';
import { mendLock, platformOf } from './lock.mjs';

describe('mendLock', () => {
  it('leaves a complete lock alone', () => {
    const packages = { '': {}, 'node_modules/a': { version: '1.0.0', dev: true } };
    expect(mendLock(packages)).toEqual({ packages, problems: [] });
  });

  it('removes the addresses of a registry', () => {
    const packages = { 'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a.tgz' } };
    const { packages: mended, problems } = mendLock(packages);
    expect(mended).toEqual({ 'node_modules/a': { version: '1.0.0' } });
    expect(problems).toHaveLength(1);
  });

  it('adds the platform packages that the lock lacks', () => {
    const packages = {
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-gnu': '2.0.0', '@tool/win32-x64-msvc': '2.0.0' },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '2.0.0', dev: true, optional: true },
    };
    const { packages: mended, problems } = mendLock(packages);
    expect(problems).toEqual(['node_modules/tool wants @tool/win32-x64-msvc@2.0.0, which is not locked']);
    expect(mended['node_modules/@tool/win32-x64-msvc']).toEqual({
      version: '2.0.0',
      os: ['win32'],
      cpu: ['x64'],
      dev: true,
      optional: true,
    });
  });
});

describe('platformOf', () => {
  it.each([
    ['@oxlint/binding-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint-tsgolint/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents', { os: ['darwin'] }],
  ])('%s', (name, platform) => expect(platformOf(name)).toEqual(platform));

  it('refuses a name that does not say it', () => {
    expect(() => platformOf('left-pad')).toThrow('left-pad');
  });
});
