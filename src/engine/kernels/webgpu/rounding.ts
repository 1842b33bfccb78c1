/** WGSL that rounds a float32 to the precision of a narrower type. */

export const CONVERT_WGSL: Readonly<Record<string, string>> = {
  // To the nearest half, ties to even: below 2^-14 the steps are 2^-24 wide.
  to_half: `fn to_half(x: f32) -> f32 {
    let bits = bitcast<u32>(x);
    let size = bits & 0x7fffffffu;
    if (size >= 0x7f800000u) { return x; }
    if (size < 0x38800000u) { return round(x * 16777216.0) * 5.9604645e-8; }
    let rounded = (size + 0xfffu + ((size >> 13u) & 1u)) & 0xffffe000u;
    return bitcast<f32>(select(rounded, 0x7f800000u, rounded >= 0x47800000u) | (bits & 0x80000000u));
  }`,
  to_bfloat: `fn to_bfloat(x: f32) -> f32 {
    let bits = bitcast<u32>(x);
    if ((bits & 0x7fffffffu) > 0x7f800000u) { return x; }
    return bitcast<f32>((bits + 0x7fffu + ((bits >> 16u) & 1u)) & 0xffff0000u);
  }`,
};
