import numpy as np
from sklearn import datasets
from sklearn.datasets import make_blobs, make_circles, make_classification, make_moons, make_regression


def show(name, *arrays):
    print(name)
    for each in arrays:
        print(each.shape, each.dtype, each.reshape(len(each), -1)[:3, :4].tolist(), float(np.asarray(each, dtype=float).sum()))


show("moons", *make_moons(random_state=0))
show("moons", *make_moons(n_samples=7, noise=0.1, random_state=42))
show("moons", *make_moons(n_samples=(4, 6), shuffle=False))
show("circles", *make_circles(n_samples=20, noise=0.05, factor=0.5, random_state=1))
show("circles", *make_circles(n_samples=9, shuffle=False))
show("blobs", *make_blobs(random_state=0))
show("blobs", *make_blobs(n_samples=50, centers=4, n_features=3, cluster_std=0.6, random_state=7))
show("blobs", *make_blobs(n_samples=[3, 5], centers=[[0, 0], [5, 5]], cluster_std=[0.5, 2.0], random_state=3))
show("blobs", *make_blobs(n_samples=10, centers=2, random_state=3, return_centers=True, shuffle=False))
show("classification", *make_classification(random_state=0))
show("classification", *make_classification(n_samples=60, n_features=2, n_redundant=0, n_informative=2, n_clusters_per_class=1, random_state=42))
show("classification", *make_classification(n_samples=50, n_features=12, n_informative=5, n_redundant=3, n_repeated=2, n_classes=3, random_state=5))
show("classification", *make_classification(weights=[0.9, 0.1], flip_y=0, class_sep=2.0, random_state=1))
show("classification", *make_classification(n_samples=30, hypercube=False, shift=None, scale=None, shuffle=False, random_state=2))
show("classification", *make_classification(n_informative=9, random_state=2))
show("regression", *make_regression(random_state=0))
show("regression", *make_regression(n_samples=40, n_features=3, noise=10.0, bias=2.0, coef=True, random_state=42))
show("regression", *make_regression(n_samples=10, n_features=1, noise=5, random_state=3))
show("regression", *make_regression(n_samples=10, n_features=4, n_targets=2, shuffle=False, random_state=3))
show("roll", *datasets.make_swiss_roll(20, noise=0.1, random_state=0))
show("curve", *datasets.make_s_curve(20, noise=0.1, random_state=0))
np.random.seed(3)
show("global", *make_moons(10, noise=0.2))
state = np.random.RandomState(1)
show("state", *make_blobs(10, random_state=state))
show("state", *make_blobs(10, random_state=state))

for name in ("iris", "wine", "breast_cancer", "digits", "diabetes"):
    found = getattr(datasets, f"load_{name}")()
    show(name, found.data, found.target)
    print(found.feature_names[:3], list(found.get("target_names", []))[:3], sorted(set(found) & {"data", "target", "images", "DESCR"}))
X, y = datasets.load_iris(return_X_y=True)
print(X.mean(axis=0), np.bincount(y), datasets.load_iris().target_names)
digits = datasets.load_digits(n_class=3)
print(digits.images[1], digits.data.shape, digits["target"][:5])


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error)[:90])


attempt(make_classification, n_features=3, n_informative=3)
attempt(make_classification, n_classes=5)
attempt(make_classification, weights=[0.1, 0.2, 0.3, 0.4])
attempt(make_moons, n_samples=(1, 2, 3))
