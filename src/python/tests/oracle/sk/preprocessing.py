import numpy as np
from sklearn.exceptions import NotFittedError
from sklearn.preprocessing import (
    LabelBinarizer, LabelEncoder, MaxAbsScaler, MinMaxScaler, Normalizer, OneHotEncoder, OrdinalEncoder, StandardScaler, label_binarize,
    minmax_scale, normalize, scale,
)  # fmt: skip

rng = np.random.RandomState(0)
X = rng.randn(6, 3) * [1, 10, 0.1] + [0, 5, -3]
X[:, 2] = 4.0
for scaler in (
    StandardScaler(), StandardScaler(with_mean=False), StandardScaler(with_std=False), MinMaxScaler(), MinMaxScaler((-1, 1)),
    MinMaxScaler(feature_range=(0, 2), clip=True), MaxAbsScaler(), Normalizer(), Normalizer("l1"),
):
    scaled = scaler.fit_transform(X)
    print(scaler, scaled, scaler.transform(X[:1] * 2), scaler.n_features_in_, sep="\n")
    if hasattr(scaler, "inverse_transform"):
        print(np.allclose(scaler.inverse_transform(scaled), X))
s = StandardScaler().fit(X)
print(s.mean_, s.var_, s.scale_, s.n_samples_seen_, s.get_params())
m = MinMaxScaler().fit(X)
print(m.data_min_, m.data_max_, m.data_range_, m.scale_, m.min_, m.n_samples_seen_, m.get_feature_names_out())
p = StandardScaler().partial_fit(X[:2]).partial_fit(X[2:])
print(np.allclose(p.mean_, s.mean_), np.allclose(p.var_, s.var_), p.n_samples_seen_)
print(StandardScaler().fit_transform(X.astype(np.float32)).dtype, StandardScaler().fit_transform([[1, 2], [3, 4], [5, 9]]))
print(StandardScaler().fit_transform([[1.0, np.nan], [3.0, 2.0], [4.0, 6.0]]))
print(scale([1, 2, 3, 4]), minmax_scale([1.0, 2, 4]), normalize([[3.0, 4.0], [0.0, 0.0]]))

e = LabelEncoder().fit(["paris", "tokyo", "amsterdam", "tokyo"])
print(e.classes_, e.transform(["tokyo", "paris"]), e.inverse_transform([0, 2]), LabelEncoder().fit_transform([3, 1, 3, 2]), e)
print(LabelBinarizer().fit_transform([1, 2, 6, 4]), LabelBinarizer().fit_transform(["no", "yes", "no"]), label_binarize([1, 3], classes=[1, 2, 3]))
o = OneHotEncoder().fit([["male", 1], ["female", 3], ["female", 2]])
print(o.categories_, o.transform([["female", 1], ["male", 3]]).toarray(), o.get_feature_names_out(), o.get_feature_names_out(["sex", "size"]))
print(repr(o.transform([["female", 1], ["male", 3]])), o.transform([["female", 1], ["male", 3]]).shape)
print(o.inverse_transform([[0, 1, 1, 0, 0], [1, 0, 0, 0, 1]]))
print(OneHotEncoder(sparse_output=False).fit_transform(np.array([[2], [0], [1], [2]])), OneHotEncoder(drop="first", sparse_output=False).fit_transform([["a"], ["b"], ["c"]]))
print(OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit([["a"], ["b"]]).transform([["c"], ["a"]]))
print(OneHotEncoder(categories=[["x", "y", "z"]], sparse_output=False, dtype=int).fit_transform([["z"], ["x"]]))
print(OrdinalEncoder().fit_transform([["b", 3], ["a", 1], ["b", 2]]))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(StandardScaler().transform, X)
attempt(StandardScaler().fit, [1.0, 2.0, 3.0])
attempt(StandardScaler().fit(X).transform, X[:, :2])
attempt(MinMaxScaler((2, 1)).fit, X)
attempt(LabelEncoder().fit([1, 2]).transform, [3])
attempt(LabelEncoder().fit, [[1, 2], [3, 4]])
attempt(LabelEncoder().transform, [3])
attempt(OneHotEncoder().fit([["a"], ["b"]]).transform, [["c"]])
print(issubclass(NotFittedError, ValueError))
