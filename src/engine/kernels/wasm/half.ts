/** float16 and bfloat16 from and to float32, rounding to the nearest even. */

export function halfToFloat(h: u16): f32 {
  const sign = (<u32>h & 0x8000) << 16;
  const rest = <u32>h & 0x7fff;
  if (rest >= 0x7c00) return reinterpret<f32>(sign | 0x7f800000 | ((rest & 0x3ff) << 13));
  // The bits read as a float32 have an exponent too small by 112; the product also normalises denormals.
  const scaled = reinterpret<f32>(rest << 13) * reinterpret<f32>(<u32>((127 + 112) << 23));
  return reinterpret<f32>(reinterpret<u32>(scaled) | sign);
}

export function floatToHalf(x: f32): u16 {
  const bits = reinterpret<u32>(x);
  const sign = (bits >> 16) & 0x8000;
  const rest = bits & 0x7fffffff;
  if (rest > 0x7f800000) return <u16>(sign | 0x7e00);
  if (rest >= 0x477ff000) return <u16>(sign | 0x7c00);
  if (rest < 0x38800000) {
    // Below 2^-14: adding 0.5 puts the denormal's unit at the last bit of the sum, which rounds it.
    const sum = reinterpret<f32>(rest) + <f32>0.5;
    return <u16>(sign | (reinterpret<u32>(sum) - 0x3f000000));
  }
  const odd = (rest >> 13) & 1;
  return <u16>(sign | ((rest - 0x38000000 + 0xfff + odd) >> 13));
}

export function brainToFloat(h: u16): f32 {
  return reinterpret<f32>(<u32>h << 16);
}

export function floatToBrain(x: f32): u16 {
  const bits = reinterpret<u32>(x);
  if ((bits & 0x7fffffff) > 0x7f800000) return 0x7fc0;
  return <u16>((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}
