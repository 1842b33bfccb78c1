"""Packages that readers of books try to import and that are not here: an ImportError that says what to use instead."""

import sys

_TABLES = "a list of dictionaries as a cell's last line is shown as a table, csv reads files, and numpy computes"
_MODELS = "write the model with torch.nn or keras"
_DATA = "torchvision.datasets, sklearn.datasets and keras.datasets bring their data along"
_OFFLINE = f"code in a lesson has no network; {_DATA}"

INSTEAD = {
    "pandas": _TABLES,
    "polars": _TABLES,
    "seaborn": "matplotlib.pyplot draws, and sklearn.metrics.ConfusionMatrixDisplay shows confusion matrices",
    "plotly": "matplotlib.pyplot draws; its charts show values under the pointer",
    "bokeh": "matplotlib.pyplot draws; its charts show values under the pointer",
    "torchmetrics": "sklearn.metrics has accuracy_score, f1_score, confusion_matrix and others for y.numpy()",
    "ignite": "write the loop over the DataLoader yourself",
    "lightning": "write the loop over the DataLoader yourself",
    "pytorch_lightning": "write the loop over the DataLoader yourself",
    "requests": _OFFLINE,
    "httpx": _OFFLINE,
    "gdown": _OFFLINE,
    "kaggle": _OFFLINE,
    "datasets": _OFFLINE,
    "tensorflow_datasets": _DATA,
    "transformers": _MODELS,
    "timm": _MODELS,
    "torchtext": "split texts with str.split and count words with collections.Counter",
    "torchaudio": "make signals with torch.sin and torch.stft",
    "torchviz": "loss.grad_fn and its next_functions show the graph",
    "scipy": "numpy and numpy.linalg have the usual arithmetic; torch.optim minimises",
    "statsmodels": "numpy.linalg.lstsq fits lines",
    "cv2": "torchvision.transforms works on images and matplotlib.pyplot.imshow shows them",
    "skimage": "torchvision.transforms works on images and matplotlib.pyplot.imshow shows them",
    "xgboost": _MODELS,
    "lightgbm": _MODELS,
    "PIL": "matplotlib.pyplot.imread reads and imsave writes PNG files, torchvision.transforms works on images, imshow shows them",
    "imageio": "matplotlib.pyplot.imread reads and imsave writes PNG files; matplotlib.animation plays frames in the figure",
    "google": "this page is not Colab: files that code writes are kept by the page, and there is no Drive",
    "torchsummary": "torchinfo.summary(model, input_size=(1, 1, 28, 28)) prints the layers",
    "d2l": "torch, matplotlib.pyplot and torchvision have what its helper functions use",
    "ipywidgets": "input() asks in the cell, and the lessons have sliders of their own",
    "psutil": "time.perf_counter() measures time; the page shows which device computes",
    "tensorboard": "torch.utils.tensorboard.SummaryWriter draws live curves here",
    "fastai": _MODELS,
    "einops": "torch.einsum, reshape and permute rearrange axes",
    "jax": "torch.autograd.grad computes derivatives",
    "gymnasium": "write the environment as a class with reset() and step()",
    "gym": "write the environment as a class with reset() and step()",
    "wandb": "torch.utils.tensorboard.SummaryWriter draws live curves here",
    "mlflow": "torch.utils.tensorboard.SummaryWriter draws live curves here",
    "h5py": "torch.save, numpy.savez and model.save write files",
    "onnx": "torch.onnx.export and keras' model.export write .onnx files; check and read them on your computer",
    "onnxruntime": "the model itself gives the same numbers; the exported .onnx file runs in onnxruntime on your computer",
    "tf2onnx": "model.export('model.onnx', format='onnx') writes the file",
    "tflite_runtime": "the model itself gives the same numbers; the exported .tflite file runs on a phone or your computer",
    "numba": "torch and numpy operations run compiled already",
    "sympy": "torch.autograd computes derivatives of numbers",
    "networkx": "a dictionary of lists makes a graph",
    "nltk": "split texts with str.split and re",
    "spacy": "split texts with str.split and re",
    "sklearn.linear_model": "torch.nn.Linear with an optimizer learns linear and logistic regression",
    "sklearn.neural_network": _MODELS,
    "sklearn.decomposition": "numpy.linalg.svd(X - X.mean(axis=0)) gives the principal components",
    "sklearn.manifold": "numpy.linalg.svd(X - X.mean(axis=0)) gives the principal components to draw",
    "sklearn.cluster": "torch.cdist gives the distances for k-means",
    "sklearn.neighbors": "torch.cdist and topk find nearest neighbours",
    "sklearn.pipeline": "call fit_transform() of one step after the other",
    "sklearn.compose": "scale the columns one group at a time",
    "sklearn.ensemble": _MODELS,
    "sklearn.tree": _MODELS,
    "sklearn.svm": _MODELS,
    "sklearn.naive_bayes": _MODELS,
    "sklearn.feature_extraction": "collections.Counter counts words",
    "sklearn.impute": "numpy.nanmean and numpy.where fill gaps",
    "sklearn.inspection": "numpy.meshgrid and matplotlib.pyplot.contourf draw decision boundaries",
}


class AbsentFinder:
    """The last finder of sys.meta_path: nobody else has the package."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Raises for the packages above."""
        advice = INSTEAD.get(name)
        # importlib.util.find_spec only asks whether there is such a package.
        if advice is None or sys._getframe(2).f_code.co_name == "find_spec":
            return None
        raise ModuleNotFoundError(f"No module named {name!r}: it is not part of this playground. Instead: {advice}.", name=name)


def install():
    """Adds the finder."""
    if AbsentFinder not in sys.meta_path:
        sys.meta_path.append(AbsentFinder)
