/**
 * Sliding windows over planes: columns for convolution by matrix multiplication (im2col), and pooling. The geometry is
 * an i32 array [height, width, outHeight, outWidth, kernel y x, stride y x, padding y x, dilation y x].
 */

@inline function HEIGHT(g: usize): i32 { return load<i32>(g); }
@inline function WIDTH(g: usize): i32 { return load<i32>(g, 4); }
@inline function OUT_HEIGHT(g: usize): i32 { return load<i32>(g, 8); }
@inline function OUT_WIDTH(g: usize): i32 { return load<i32>(g, 12); }
@inline function KERNEL_Y(g: usize): i32 { return load<i32>(g, 16); }
@inline function KERNEL_X(g: usize): i32 { return load<i32>(g, 20); }
@inline function STRIDE_Y(g: usize): i32 { return load<i32>(g, 24); }
@inline function STRIDE_X(g: usize): i32 { return load<i32>(g, 28); }
@inline function PADDING_Y(g: usize): i32 { return load<i32>(g, 32); }
@inline function PADDING_X(g: usize): i32 { return load<i32>(g, 36); }
@inline function DILATION_Y(g: usize): i32 { return load<i32>(g, 40); }
@inline function DILATION_X(g: usize): i32 { return load<i32>(g, 44); }

@inline function ceilDiv(x: i32, y: i32): i32 { return x <= 0 ? 0 : (x + y - 1) / y; }

/** One image's planes to columns [channels · kh · kw, oh · ow]. */
function unfold<T>(image: usize, columns: usize, channels: i32, g: usize): void {
  const height = HEIGHT(g), width = WIDTH(g), oh = OUT_HEIGHT(g), ow = OUT_WIDTH(g);
  const sy = STRIDE_Y(g), sx = STRIDE_X(g);
  const size = sizeof<T>();
  for (let c = 0; c < channels; c++, image += height * width * size) {
    for (let ky = 0; ky < KERNEL_Y(g); ky++) {
      for (let kx = 0; kx < KERNEL_X(g); kx++) {
        const y0 = ky * DILATION_Y(g) - PADDING_Y(g);
        const x0 = kx * DILATION_X(g) - PADDING_X(g);
        // Output columns [first, last) read inside the plane.
        const first = min(ow, ceilDiv(-x0, sx));
        const last = max(first, min(ow, ceilDiv(width - x0, sx)));
        for (let oy = 0; oy < oh; oy++, columns += ow * size) {
          const y = y0 + oy * sy;
          if (y < 0 || y >= height) {
            memory.fill(columns, 0, ow * size);
            continue;
          }
          let from = image + (y * width + x0 + first * sx) * size;
          let to = columns;
          for (let i = 0; i < first; i++, to += size) store<T>(to, 0 as T);
          if (sx == 1) {
            // Short rows: a loop is faster than memory.copy's call.
            let i = first;
            if (size == 4) for (; i + 4 <= last; i += 4, from += 16, to += 16) v128.store(to, v128.load(from));
            for (; i < last; i++, from += size, to += size) store<T>(to, load<T>(from));
          } else {
            for (let i = first; i < last; i++, from += sx * size, to += size) store<T>(to, load<T>(from));
          }
          for (let i = last; i < ow; i++, to += size) store<T>(to, 0 as T);
        }
      }
    }
  }
}
export function unfold_f32(image: usize, columns: usize, channels: i32, g: usize): void { unfold<f32>(image, columns, channels, g); }
export function unfold_f64(image: usize, columns: usize, channels: i32, g: usize): void { unfold<f64>(image, columns, channels, g); }

/** Adds columns back into one image's planes. */
function foldBack<T>(columns: usize, image: usize, channels: i32, g: usize): void {
  const height = HEIGHT(g), width = WIDTH(g), oh = OUT_HEIGHT(g), ow = OUT_WIDTH(g);
  const sy = STRIDE_Y(g), sx = STRIDE_X(g);
  const size = sizeof<T>();
  for (let c = 0; c < channels; c++, image += height * width * size) {
    for (let ky = 0; ky < KERNEL_Y(g); ky++) {
      for (let kx = 0; kx < KERNEL_X(g); kx++) {
        const y0 = ky * DILATION_Y(g) - PADDING_Y(g);
        const x0 = kx * DILATION_X(g) - PADDING_X(g);
        const first = min(ow, ceilDiv(-x0, sx));
        const last = max(first, min(ow, ceilDiv(width - x0, sx)));
        for (let oy = 0; oy < oh; oy++, columns += ow * size) {
          const y = y0 + oy * sy;
          if (y < 0 || y >= height) continue;
          let to = image + (y * width + x0 + first * sx) * size;
          let from = columns + first * size;
          let i = first;
          if (size == 4 && sx == 1) {
            for (; i + 4 <= last; i += 4, from += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
          }
          for (; i < last; i++, from += size, to += sx * size) store<T>(to, load<T>(to) + load<T>(from));
        }
      }
    }
  }
}
export function fold_f32(columns: usize, image: usize, channels: i32, g: usize): void { foldBack<f32>(columns, image, channels, g); }
export function fold_f64(columns: usize, image: usize, channels: i32, g: usize): void { foldBack<f64>(columns, image, channels, g); }

/** Largest value of each window and its flat position in the plane; the first of equals, NaN wins. */
function maxPool<T>(a: usize, out: usize, indices: usize, planes: i32, g: usize): void {
  const height = HEIGHT(g), width = WIDTH(g), oh = OUT_HEIGHT(g), ow = OUT_WIDTH(g);
  const dy = DILATION_Y(g), dx = DILATION_X(g);
  const ky = KERNEL_Y(g), kx = KERNEL_X(g);
  const size = sizeof<T>();
  for (let c = 0; c < planes; c++, a += height * width * size) {
    for (let oy = 0; oy < oh; oy++) {
      const yStart = oy * STRIDE_Y(g) - PADDING_Y(g);
      for (let ox = 0; ox < ow; ox++, out += size, indices += 8) {
        const xStart = ox * STRIDE_X(g) - PADDING_X(g);
        let best = -Infinity as T;
        let at = -1;
        for (let i = 0; i < ky; i++) {
          const y = yStart + i * dy;
          if (<u32>y >= <u32>height) continue;
          for (let j = 0; j < kx; j++) {
            const x = xStart + j * dx;
            if (<u32>x >= <u32>width) continue;
            const place = y * width + x;
            const value = load<T>(a + place * size);
            if (at < 0 || value > best || value != value) {
              best = value;
              at = place;
            }
          }
        }
        store<T>(out, best);
        store<i64>(indices, at);
      }
    }
  }
}
export function max_pool_f32(a: usize, out: usize, indices: usize, planes: i32, g: usize): void { maxPool<f32>(a, out, indices, planes, g); }
export function max_pool_f64(a: usize, out: usize, indices: usize, planes: i32, g: usize): void { maxPool<f64>(a, out, indices, planes, g); }

/** Adds each gradient at its position; `count` gradients and `area` outputs a plane. */
function maxPoolBackward<T>(grad: usize, indices: usize, out: usize, planes: i32, count: i32, area: i32): void {
  for (let c = 0; c < planes; c++, out += area * sizeof<T>()) {
    for (let i = 0; i < count; i++, grad += sizeof<T>(), indices += 8) {
      const to = out + <usize>load<i64>(indices) * sizeof<T>();
      store<T>(to, load<T>(to) + load<T>(grad));
    }
  }
}
export function max_pool_backward_f32(grad: usize, indices: usize, out: usize, planes: i32, count: i32, area: i32): void { maxPoolBackward<f32>(grad, indices, out, planes, count, area); }
export function max_pool_backward_f64(grad: usize, indices: usize, out: usize, planes: i32, count: i32, area: i32): void { maxPoolBackward<f64>(grad, indices, out, planes, count, area); }

/**
 * Both directions visit the same windows. Forward: `small` (the pooled plane) gets the mean of its window of `big`;
 * backward: `big` gets the shares. The divisor is the given one, or the window's area with or without padding.
 */
@inline
function avgPool<T>(big: usize, small: usize, planes: i32, g: usize, includePad: i32, divisor: i32, backward: bool): void {
  const height = HEIGHT(g), width = WIDTH(g), oh = OUT_HEIGHT(g), ow = OUT_WIDTH(g);
  const size = sizeof<T>();
  for (let c = 0; c < planes; c++, big += height * width * size) {
    for (let oy = 0; oy < oh; oy++) {
      const yStart = oy * STRIDE_Y(g) - PADDING_Y(g);
      const yPadEnd = min(yStart + KERNEL_Y(g), height + PADDING_Y(g));
      const y0 = max(yStart, 0);
      const y1 = min(yPadEnd, height);
      for (let ox = 0; ox < ow; ox++, small += size) {
        const xStart = ox * STRIDE_X(g) - PADDING_X(g);
        const xPadEnd = min(xStart + KERNEL_X(g), width + PADDING_X(g));
        const x0 = max(xStart, 0);
        const x1 = min(xPadEnd, width);
        let area = divisor;
        if (area == 0) area = includePad ? (yPadEnd - yStart) * (xPadEnd - xStart) : (y1 - y0) * (x1 - x0);
        if (backward) {
          const share = (load<T>(small) / (area as T)) as T;
          for (let y = y0; y < y1; y++) {
            for (let x = x0; x < x1; x++) {
              const to = big + (y * width + x) * size;
              store<T>(to, load<T>(to) + share);
            }
          }
        } else {
          let sum = 0 as T;
          for (let y = y0; y < y1; y++) {
            for (let x = x0; x < x1; x++) sum += load<T>(big + (y * width + x) * size);
          }
          store<T>(small, y0 >= y1 || x0 >= x1 ? (0 as T) : ((sum / (area as T)) as T));
        }
      }
    }
  }
}
export function avg_pool_f32(a: usize, out: usize, planes: i32, g: usize, includePad: i32, divisor: i32): void { avgPool<f32>(a, out, planes, g, includePad, divisor, false); }
export function avg_pool_f64(a: usize, out: usize, planes: i32, g: usize, includePad: i32, divisor: i32): void { avgPool<f64>(a, out, planes, g, includePad, divisor, false); }
export function avg_pool_backward_f32(grad: usize, out: usize, planes: i32, g: usize, includePad: i32, divisor: i32): void { avgPool<f32>(out, grad, planes, g, includePad, divisor, true); }
export function avg_pool_backward_f64(grad: usize, out: usize, planes: i32, g: usize, includePad: i32, divisor: i32): void { avgPool<f64>(out, grad, planes, g, includePad, divisor, true); }
