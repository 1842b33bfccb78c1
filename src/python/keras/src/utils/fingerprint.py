"""Hash numbers of texts as TensorFlow has them: FarmHash's Fingerprint64, SipHash-2-4 and the joining of both for crosses.

Sources: google/farmhash (farmhashna::Hash64); Aumasson and Bernstein, SipHash: a fast short-input PRF (2012).
"""

_ALL = 0xFFFFFFFFFFFFFFFF
_K0, _K1, _K2 = 0xC3A5C85C97CB3127, 0xB492B66FBE98F273, 0x9AE16A3B2F90404F


def _fetch(data, at, size=8):
    return int.from_bytes(data[at : at + size], "little")


def _right(value, by):
    return ((value >> by) | (value << (64 - by))) & _ALL


def _mixed(value):
    return value ^ (value >> 47)


def _joined(u, v, factor):
    a = _mixed(((u ^ v) * factor) & _ALL)
    b = _mixed(((v ^ a) * factor) & _ALL)
    return (b * factor) & _ALL


def fingerprint64(data):
    """The 64-bit fingerprint of bytes."""
    size = len(data)
    if size <= 16:
        return _up_to_16(data, size)
    if size <= 64:
        return _up_to_64(data, size)
    return _long(data, size)


def _up_to_16(data, size):
    factor = _K2 + size * 2
    if size >= 8:
        a, b = (_fetch(data, 0) + _K2) & _ALL, _fetch(data, size - 8)
        return _joined((_right(b, 37) * factor + a) & _ALL, ((_right(a, 25) + b) * factor) & _ALL, factor & _ALL)
    if size >= 4:
        return _joined((size + (_fetch(data, 0, 4) << 3)) & _ALL, _fetch(data, size - 4, 4), factor & _ALL)
    if size:
        y, z = data[0] + (data[size >> 1] << 8), size + (data[size - 1] << 2)
        return (_mixed(((y * _K2) ^ (z * _K0)) & _ALL) * _K2) & _ALL
    return _K2


def _up_to_64(data, size):
    factor = (_K2 + size * 2) & _ALL
    a = (_fetch(data, 0) * (_K1 if size <= 32 else _K2)) & _ALL
    b, c, d = _fetch(data, 8), (_fetch(data, size - 8) * factor) & _ALL, (_fetch(data, size - 16) * _K2) & _ALL
    y = (_right((a + b) & _ALL, 43) + _right(c, 30) + d) & _ALL
    z = _joined(y, (a + _right((b + _K2) & _ALL, 18) + c) & _ALL, factor)
    if size <= 32:
        return z
    e, f = (_fetch(data, 16) * factor) & _ALL, _fetch(data, 24)
    g, h = ((y + _fetch(data, size - 32)) * factor) & _ALL, ((z + _fetch(data, size - 24)) * factor) & _ALL
    first = (_right((e + f) & _ALL, 43) + _right(g, 30) + h) & _ALL
    return _joined(first, (e + _right((f + a) & _ALL, 18) + g) & _ALL, factor)


def _weak(data, at, a, b):
    w, x, y, z = (_fetch(data, at + 8 * i) for i in range(4))
    a = (a + w) & _ALL
    b = _right((b + a + z) & _ALL, 21)
    c = a
    a = (a + x + y) & _ALL
    b = (b + _right(a, 44)) & _ALL
    return (a + z) & _ALL, (b + c) & _ALL


def _long(data, size):
    x, y = 81, (81 * _K1 + 113) & _ALL
    z = (_mixed((y * _K2 + 113) & _ALL) * _K2) & _ALL
    v, w = (0, 0), (0, 0)
    x = (x * _K2 + _fetch(data, 0)) & _ALL
    rest = (size - 1) & 63

    def step(at, factor, nine):
        nonlocal x, y, z, v, w
        x = (_right((x + y + v[0] + _fetch(data, at + 8)) & _ALL, 37) * factor) & _ALL
        y = (_right((y + v[1] + _fetch(data, at + 48)) & _ALL, 42) * factor) & _ALL
        x ^= (w[1] * nine) & _ALL
        y = (y + v[0] * nine + _fetch(data, at + 40)) & _ALL
        z = (_right((z + w[0]) & _ALL, 33) * factor) & _ALL
        v = _weak(data, at, (v[1] * factor) & _ALL, (x + w[0]) & _ALL)
        w = _weak(data, at + 32, (z + w[1]) & _ALL, (y + _fetch(data, at + 16)) & _ALL)
        z, x = x, z

    for at in range(0, (size - 1) // 64 * 64, 64):
        step(at, _K1, 1)
    factor = (_K1 + ((z & 0xFF) << 1)) & _ALL
    w = ((w[0] + rest) & _ALL, w[1])
    v = ((v[0] + w[0]) & _ALL, v[1])
    w = ((w[0] + v[0]) & _ALL, w[1])
    step(size - 64, factor, 9)
    first = (_joined(v[0], w[0], factor) + _mixed(y) * _K0 + z) & _ALL
    return _joined(first, (_joined(v[1], w[1], factor) + x) & _ALL, factor)


def fingerprint_joined(first, second):
    """One fingerprint of two."""
    factor = 0xC6A4A7935BD1E995
    result = first ^ factor
    result ^= (_mixed((second * factor) & _ALL) * factor) & _ALL
    result = (result * factor) & _ALL
    return _mixed((_mixed(result) * factor) & _ALL)


def keyed_hash(key, data):
    """SipHash-2-4 of bytes with a key of two numbers."""
    k0, k1 = (int(each) & _ALL for each in key)
    v = [k0 ^ 0x736F6D6570736575, k1 ^ 0x646F72616E646F6D, k0 ^ 0x6C7967656E657261, k1 ^ 0x7465646279746573]
    whole = len(data) // 8 * 8
    words = [_fetch(data, at) for at in range(0, whole, 8)]
    words.append(_fetch(data, whole, len(data) - whole) | ((len(data) & 0xFF) << 56))
    for word in words:
        v[3] ^= word
        _sip(v, 2)
        v[0] ^= word
    v[2] ^= 0xFF
    _sip(v, 4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def _sip(v, rounds):
    for _ in range(rounds):
        for a, b, first, c, d, second in ((0, 1, 13, 2, 3, 16), (2, 1, 17, 0, 3, 21)):
            v[a] = (v[a] + v[b]) & _ALL
            v[b] = _right(v[b], 64 - first) ^ v[a]
            v[a] = _right(v[a], 32) if a == 0 and first == 13 else v[a]
            v[c] = (v[c] + v[d]) & _ALL
            v[d] = _right(v[d], 64 - second) ^ v[c]
            v[a] = _right(v[a], 32) if a == 2 else v[a]
