/** All operations: importing this file fills the table that Python gets, and gives the graph its arithmetic. */
import { setArithmetic } from '../core/arithmetic';
import '../core/program';
import './activations';
import './backward-api';
import { cast, clone, full } from './create';
import './elementwise-losses';
import './gamma';
import './graph-api';
import './indexing';
import './linalg-api';
import './loss';
import './masks';
import { add, addInPlace } from './math';
import './matmul';
import './nn';
import './numpy';
import './numpy-fft';
import './numpy-random';
import './optim';
import './optim-step';
import './ordering';
import './padding';
import './philox';
import './philox-distributions';
import './powers';
import './random';
import './random-counts';
import './recurrent';
import { sumTo } from './reduce';
import './sequences';
import './shrink';
import './softmax';
import './tensor-api';
import './ties';
import { asStrided } from './view';

setArithmetic({
  add,
  addInPlace,
  clone,
  cast,
  sumTo,
  filled: (shape, value) => full(shape.sizes, value, shape.dtype, shape.backend),
  asStrided,
  copyInto: (out, source) => out.backend.copy(source, out),
});
