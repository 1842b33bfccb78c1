/** The Content-Security-Policies of page and sandbox frame, in one place; a srcdoc frame inherits the page's, so that one must allow what the frame needs. */
import { createHash } from 'node:crypto';

export function scriptHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** No network, no eval: what holds lesson code. */
export function framePolicy(hostScript: string): string {
  return [
    "default-src 'none'",
    `script-src ${scriptHash(hostScript)} 'wasm-unsafe-eval' blob:`,
    'worker-src data: blob:',
    "connect-src 'none'",
  ].join('; ');
}

/** `inlineScripts`: scripts in the page itself, which are allowed by their hash too. */
export function pagePolicy(hostScript: string, inlineScripts: readonly string[]): string {
  const hashes = [hostScript, ...inlineScripts].map(scriptHash).join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes} 'wasm-unsafe-eval' blob:`,
    "worker-src 'self' data: blob:",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}
