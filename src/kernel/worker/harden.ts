/** Takes away what lesson code has no use for. The sandbox and its policy already hold; this is a second fence. */

const GLOBALS = [
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'XMLHttpRequest',
  'fetch',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'importScripts',
  'indexedDB',
  'caches',
  'cookieStore',
  'Notification',
  'FontFace',
  'fonts',
];
const NAVIGATOR = ['storage', 'storageBuckets', 'locks', 'serviceWorker', 'usb', 'hid', 'serial', 'permissions'];

function remove(object: object, name: string): void {
  for (let owner: object | null = object; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
  }
}

export function harden(): void {
  for (const name of GLOBALS) remove(globalThis, name);
  for (const name of NAVIGATOR) remove(navigator, name);
}
