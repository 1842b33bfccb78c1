import numpy as np

a = np.arange(6).reshape(2, 3)
f = np.asfortranarray(a)
print(a.flags["C_CONTIGUOUS"], f.flags["F_CONTIGUOUS"], f.flags.c_contiguous, f, f.strides, a.strides, (f == a).all(), f.ravel(), f.ravel("F"), f.ravel("K"), f.flatten("K") if False else "", f.copy().flags.f_contiguous, f.copy("C").strides, f.copy("F").strides, np.array(a, order="F").strides, np.zeros((2, 3), order="F").strides, np.array(f).strides, np.ascontiguousarray(f).strides, np.copy(f).strides, f.T.strides, f.reshape(3, 2), f.reshape(3, 2, order="F"), f.tobytes() == a.tobytes(), np.zeros_like(f).strides, np.empty_like(f, order="C").strides)
print(np.reshape(a, (3, 2), order="F"), a.reshape((3, 2), order="C"), np.ravel(a, order="F"), a.T.ravel(), a.T.flatten(), a.T.copy().strides, a[:, ::-1].copy().strides, a[::-1].ravel(), a.transpose().reshape(-1), a.swapaxes(0, 1).ravel())
for name in ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED"):
    print(name, a.flags[name], f.flags[name], a.T.flags[name], a[:, 1].flags[name], np.arange(3).flags[name])
x = np.arange(10)
y = x[2:8]
y[:] = y[::-1]
print(x)
x = np.arange(6)
x[1:] = x[:-1]
print(x)
x = np.arange(6)
x[:-1] += x[1:]
print(x)
m = np.arange(9).reshape(3, 3)
m += m.T
print(m)
m = np.arange(9).reshape(3, 3)
m[:] = m.T
print(m)
m[0], m[1] = m[1].copy(), m[0].copy()
print(m)
m[:, [0, 2]] = m[:, [2, 0]]
print(m)
a = np.arange(4)
b = a
b += 1
c = a + 1
b = b + 1
print(a, b, c, a is b, np.shares_memory(a, b))


def change(v):
    v[0] = 99
    v = v * 2
    return v


print(change(a), a)
l = [np.zeros(2)] * 3
l[0][0] = 5
print(l)
g = np.zeros((2, 2))
rows = [r for r in g]
rows[0][:] = 1
print(g)
v = g.view()
v.shape = (4,)
print(v, g.shape)
w = g[...]
w[0, 0] = 7
e = g[()]
e[1, 1] = 8
print(g, g.reshape(-1).base is g, g.ravel().base is not None, g.flatten().base is None, g.T.base is g, g[0].base is g, g[[0]].base is not g)
r = np.broadcast_to(np.arange(2), (2, 2))
print(r.flags.writeable, r.strides, r.copy().flags.writeable, r.sum())
ro = np.arange(3)
ro.setflags(write=False)
for text in ("ro[0] = 1", "ro += 1", "ro.sort()", "ro.fill(0)", "np.add(ro, 1, out=ro)", "ro[:] = 0", "ro.flat[0] = 1", "np.copyto(ro, 1)"):
    try:
        exec(text)
        print(text, "ok")
    except ValueError as err:
        print(text, "|", err)
print(ro, ro + 1, ro.copy().flags.writeable, ro.view().flags.writeable)
s = np.arange(24).reshape(2, 3, 4)
print(s[..., 1].strides, s.transpose(2, 0, 1).strides, s[:, ::2].strides, s[::-1].strides, s.reshape(6, 4).strides, s[:, 0].reshape(-1), s.sum(axis=1).strides, s.T[1], np.moveaxis(s, 0, 2).reshape(12, 2)[:3], s.nbytes, s[0].nbytes, s[:, :, 0].flags.c_contiguous, s.size, s[s > 20].base is None)
acc = np.empty((0, 2))
for i in range(3):
    acc = np.append(acc, [[i, i * i]], axis=0)
print(acc, acc.shape, np.vstack([np.empty((0, 2)), [[1, 2]]]))
