import numpy as np

a = np.arange(6).reshape(2, 3)


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, "|", e)


for text in (
    "a[2]", "a[0, 3]", "a[0, 0, 0]", "a[1.5]", "a['x']", "a[[0, 5]]", "a[:, [3]]", "a[np.array([True, False, True])]", "a[np.array([1.5])]",
    "a + np.arange(4)", "a + np.arange(2)", "a @ a", "np.dot(a, a)", "a @ 3", "np.dot(np.arange(3), np.arange(4))", "a.reshape(4, 2)", "a.reshape(-1, 4)",
    "a.reshape(-1, -1)", "np.concatenate([a, np.arange(3)])", "np.concatenate([a, np.zeros((2, 2))])", "np.concatenate([])", "np.stack([a, np.zeros(2)])",
    "np.vstack([a, np.zeros((1, 2))])", "np.hstack([a, np.zeros((3, 1))])", "a.sum(axis=2)", "a.mean(axis=-3)", "np.max(np.array([]))", "np.argmax([])",
    "bool(a)", "if_a()", "int(a)", "float(np.array([1, 2]))", "len(np.array(5))", "iter(np.array(5))", "a.transpose(0, 0)", "a.transpose(0)", "a.squeeze(0)",
    "np.array([[1, 2], [3]])", "np.array([1, [2]])", "np.zeros(-1)", "np.zeros('a')", "np.zeros((2, 1.5))", "np.ones(3, dtype='foo')", "np.dtype('q9')",
    "np.split(np.arange(5), 2)", "np.arange(3).item()", "np.arange(3).item(5)", "np.linspace(0, 1, -1)", "np.linspace(0, 1, 2.5)", "np.eye(2.5)",
    "np.array([1, 2]) - np.array([True, 'a'])", "np.array([True]) - np.array([False])", "-np.array([True])", "np.array(['a']) + 1", "np.array(['a']) * 2",
    "np.array([1, 2]) ** -1", "np.int64(2) ** np.int64(-1)", "np.array([1]) << 1.5", "np.array([1.5]) & 1", "~np.array([1.5])", "np.array([1, 2]).foo", "np.foo",
    "np.random.foo", "np.float64(1).foo", "np.int64(3)[0]", "np.float64(3)[0]", "np.array('a', dtype=float)", "np.array(['x']).astype(int)", "np.array([None]).astype(float)",
    "np.array([np.nan]).astype('q9')", "np.broadcast_to(a, (3, 3))", "np.broadcast_shapes((2,), (3,))", "np.broadcast_arrays(np.ones(2), np.ones(3))", "np.take(a, 10)",
    "np.repeat(a, -1)", "np.repeat([1, 2], [1, 2, 3])", "np.expand_dims(a, 5)", "np.swapaxes(a, 0, 5)", "np.moveaxis(a, 0, 5)", "np.diag(np.zeros((2, 2, 2)))",
    "np.cross([1, 2, 3, 4], [1, 2, 3, 4])", "np.einsum('ij,jk', a, a)", "np.tensordot(a, a)", "np.clip(a)", "np.clip(a, None, None)", "np.add(1)", "np.add(1, 2, 3, 4)",
    "np.add(a, a, out=np.zeros(2))", "np.add(a, 1.5, out=a)", "np.sqrt('a')", "np.exp(None)", "np.add('a', 1)", "np.bincount([-1])", "np.bincount([1.5])", "np.histogram([1, 2], bins=0)",
    "np.histogram([1, 2], bins=[2, 1])", "np.searchsorted([[1]], 1)", "np.percentile([1, 2], 101)", "np.quantile([1], 2)", "np.interp(1, [1, 2], [1])", "np.pad(a, -1)",
    "np.pad(a, 1, mode='foo')", "np.average([1, 2], weights=[0, 0])", "np.average([1, 2], weights=[1])", "np.unique(a, axis=3)", "np.insert(a, 5, 1, axis=0)", "np.delete(a, 5, axis=0)",
    "np.fromiter(range(2), int, 5)", "np.frombuffer(b'abc', dtype=np.int16)", "np.asarray(a, dtype='complex9')", "a.astype('int', casting='foo')", "np.ones(2).astype(int, casting='safe')",
    "np.ravel_multi_index((5, 0), (2, 3))", "np.unravel_index(10, (2, 3))", "np.choose([3], [[1], [2]])", "np.squeeze(a, axis=1)", "np.array(5)[0]", "np.array([1, 2, 3])[1, 2]", "np.can_cast('x', int)",
    "np.uint8(300)", "np.array([300], dtype=np.uint8)", "np.array([1, 2, 3]) == np.array([1, 2])", "np.mean('a')", "np.sum(['a', 'b'])", "np.zeros(3) @ np.zeros((4, 2))", "np.zeros((2, 3, 4)) @ np.zeros((3, 4, 2))",
):
    attempt(text)


def assign(text):
    b = np.arange(6).reshape(2, 3)
    try:
        exec(text, {"np": np, "b": b})
        print(text, "->", b.tolist())
    except Exception as e:
        print(text, "->", type(e).__name__, "|", e)


for text in (
    "b[0] = [1, 2]", "b[5] = 1", "b[:, 0] = [1, 2, 3]", "b[0, 0] = [1, 2]", "b[b > 2] = [1, 2]", "b[[0, 1], [0, 1]] = [1, 2, 3]", "b[0, 0] = 'x'", "b[0] = None", "b.shape = (4,)",
    "b.shape = (3, 2)", "b += 1.5", "b /= 2", "b //= 2", "b += np.arange(4)", "b.flags.writeable = False; b[0] = 1", "b.T[0] = 9", "b[[0, 0]] = 3", "b.fill('a')", "b[0, 0] = np.nan",
    "np.broadcast_to(b, (2, 2, 3))[0] = 1", "b.resize(3, 3)", "b.sort(axis=4)", "b[0, 0] = 2**70", "b.dtype = float", "b[:] = 7.9", "b[...] = [[1], [2]]",
):
    assign(text)
