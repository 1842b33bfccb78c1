"""Writes src/python/sklearn/datasets/data/*.py from the data sets that the real scikit-learn ships (UCI, CC BY 4.0).

Run it from the folder of package.json with a Python that has scikit-learn: python3 scripts/sklearn-data.py
"""

import base64
import zlib
from pathlib import Path

from sklearn import datasets

FOLDER = Path("src/python/sklearn/datasets/data")
SOURCES = {
    "iris": "R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936; UCI Machine Learning Repository, CC BY 4.0",
    "wine": "M. Forina et al., PARVUS, 1991; UCI Machine Learning Repository, CC BY 4.0",
    "breast_cancer": "W. Wolberg et al., Breast Cancer Wisconsin (Diagnostic), 1995; UCI Machine Learning Repository, CC BY 4.0",
    "digits": "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, 1998; UCI Machine Learning Repository, CC BY 4.0",
    "diabetes": "B. Efron et al., Least Angle Regression, 2004: 442 patients, progression of the disease after a year",
}


def shown(number):
    """A number as short as it can be written."""
    return repr(float(number)).removesuffix(".0")


def write(name, bunch):
    """One module: columns and targets as compressed text (digits: as bytes)."""
    if name == "digits":
        packed = bytes(bunch.data.astype("uint8").reshape(-1)) + bytes(bunch.target.astype("uint8"))
    else:
        columns = [*bunch.data.T, bunch.target]
        packed = "\n".join(",".join(map(shown, column)) for column in columns).encode()
    text = base64.b85encode(zlib.compress(packed, 9)).decode()
    lines = "\n".join(text[i : i + 160] for i in range(0, len(text), 160))
    targets = [str(each) for each in getattr(bunch, "target_names", [])]
    if name == "digits":
        targets = list(range(10))
    body = f'''"""Data, made by scripts/sklearn-data.py. {SOURCES[name]}."""

SHAPE = {bunch.data.shape!r}
FEATURES = {[str(each) for each in bunch.feature_names]!r}
TARGETS = {targets!r}
PACKED = """
{lines}
"""
'''
    (FOLDER / f"{name}.py").write_text(body)


FOLDER.mkdir(parents=True, exist_ok=True)
(FOLDER / "__init__.py").write_text('"""Measured data, one module a set, made by scripts/sklearn-data.py."""\n')
for each in SOURCES:
    write(each, datasets.load_diabetes(scaled=False) if each == "diabetes" else getattr(datasets, f"load_{each}")())
