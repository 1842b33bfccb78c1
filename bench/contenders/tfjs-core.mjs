/** TensorFlow.js' core on its WASM backend, which cannot train a CNN. */
import { webContender } from './web.mjs';

export const { name, start } = webContender({
  name: 'tfjs core (WASM)',
  library: 'tfjs-core',
  works: ['w1', 'w2', 'w4'],
});
