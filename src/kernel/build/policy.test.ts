import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { framePolicy, pagePolicy, scriptHash } from './policy';

const script = 'console.log("host")';

it('names the script by its hash', () => {
  expect(scriptHash(script)).toBe(`'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`);
});

it('gives the frame no network and no eval', () => {
  const policy = framePolicy(script);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toContain("'self'");
  expect(policy).not.toContain("'unsafe-inline'");
});

it('lets the page run its own scripts, the frame script, and inline scripts that it was built with', () => {
  const policy = pagePolicy(script, ['theme()']);
  expect(policy).toContain(scriptHash(script));
  expect(policy).toContain(scriptHash('theme()'));
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toMatch(/'unsafe-/);
});
