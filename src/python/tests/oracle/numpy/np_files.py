import io
import os
import pickle
import tempfile

import numpy as np

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.npy")
a = np.arange(6, dtype=np.float32).reshape(2, 3)
np.save(path, a)
b = np.load(path)
print(b, b.dtype, b.shape, os.path.getsize(path))
np.save(os.path.join(folder, "noext"), [1, 2])
print(sorted(os.listdir(folder)), np.load(os.path.join(folder, "noext.npy")))
for each in (np.array(5), np.array(["x", "yy"]), np.array([True]), np.array([1 + 2j]), np.arange(6).reshape(2, 3).T, np.array([], dtype=np.int8), np.array([2**63], dtype=np.uint64), np.arange(3, dtype=np.uint16)):
    held = io.BytesIO()
    np.save(held, each)
    raw = held.getvalue()
    held.seek(0)
    back = np.load(held)
    print(raw[:10], raw[10:80].rstrip(b" "), back, back.dtype, back.flags.f_contiguous)
z = os.path.join(folder, "z.npz")
np.savez(z, a, named=np.arange(3))
data = np.load(z)
print(data.files, data["arr_0"], data["named"], "named" in data, list(data.keys()), len(data))
with np.load(z) as opened:
    print({k: v.shape for k, v in opened.items()})
np.savez_compressed(z, x=[1.5], y=[[1]])
print(sorted(np.load(z).files), np.load(z)["y"])
text = os.path.join(folder, "t.csv")
np.savetxt(text, [[1, 2.5], [3, 4]], delimiter=",", fmt="%.2f", header="x,y")
print(open(text).read(), np.loadtxt(text, delimiter=","), np.genfromtxt(text, delimiter=","))
np.savetxt(text, [1.5, 2])
print(open(text).read(), np.loadtxt(text))
np.savetxt(text, np.array([[1, 2], [3, 4]]), fmt="%d")
print(open(text).read(), np.loadtxt(text, dtype=int), np.loadtxt(text, usecols=0), np.loadtxt(text, unpack=True), np.loadtxt(text, skiprows=1), np.loadtxt(text, max_rows=1))
print(np.loadtxt(io.StringIO("a b\n1 2\n3 4"), skiprows=1), np.genfromtxt(io.StringIO("1,,3\n4,5,x"), delimiter=","), np.genfromtxt(io.StringIO("1,,3"), delimiter=",", filling_values=-1), np.loadtxt(["1 2", "3 4"]), np.loadtxt(io.StringIO("x,1\ny,2"), delimiter=",", dtype=str))
for bad in ("1 2\n3", "1 a"):
    try:
        np.loadtxt(io.StringIO(bad))
    except ValueError as e:
        print("ValueError", str(e).split("\n")[0])
c = pickle.loads(pickle.dumps(a))
print(c, c.dtype, pickle.loads(pickle.dumps(np.float32(1.5))), pickle.loads(pickle.dumps({"w": np.arange(3), "s": np.int64(3)})), pickle.loads(pickle.dumps(np.dtype("f4"))), pickle.loads(pickle.dumps(np.array(["a", None], dtype=object))))
a.tofile(os.path.join(folder, "raw"))
print(np.fromfile(os.path.join(folder, "raw"), dtype=np.float32), a.tobytes()[:8], np.frombuffer(a.tobytes(), dtype=np.float32), a.tobytes("F") == a.T.tobytes())
for call in (lambda: np.load(os.path.join(folder, "missing.npy")), lambda: np.load(io.BytesIO(b"")), lambda: np.load(io.BytesIO(b"garbage!")), lambda: data["nothing"], lambda: np.savetxt(text, np.zeros((2, 2, 2)))):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, str(e).split("] ")[-1].replace(folder, "DIR"))
o = io.BytesIO()
np.save(o, np.array([{"k": 1}, None], dtype=object), allow_pickle=True)
o.seek(0)
try:
    np.load(o)
except ValueError as e:
    print("ValueError", e)
o.seek(0)
print(np.load(o, allow_pickle=True))
