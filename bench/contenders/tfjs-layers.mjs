/** TensorFlow.js' LayersModel.fit on its WASM backend. */
import { webContender } from './web.mjs';

export const { name, start } = webContender({
  name: 'tfjs LayersModel (WASM)',
  library: 'tfjs-layers',
  works: ['w1', 'w2', 'w8'],
});
