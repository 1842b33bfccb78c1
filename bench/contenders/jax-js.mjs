/** jax-js with jit on its WASM backend. */
import { webContender } from './web.mjs';

export const { name, start } = webContender({
  name: 'jax-js (jit, WASM)',
  library: 'jax-js',
  works: ['w1', 'w2', 'w3', 'w4'],
});
