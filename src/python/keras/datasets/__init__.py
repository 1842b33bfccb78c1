"""keras.datasets: MNIST is shipped with the page; the others would have to be downloaded."""

import sys
import types

from keras.datasets import mnist  # noqa: F401


def _absent(name):
    module = types.ModuleType(f"keras.datasets.{name}", f"keras.datasets.{name}: not shipped.")

    def load_data(*_arguments, **_options):
        raise OSError(
            f"keras.datasets.{name} is downloaded from the internet by Keras; this playground has no network. keras.datasets.mnist is "
            "here (10,000 training and 2,000 test images)."
        )

    module.load_data = load_data
    sys.modules[module.__name__] = module
    return module


fashion_mnist, cifar10, cifar100, imdb, reuters, boston_housing, california_housing = map(
    _absent, ("fashion_mnist", "cifar10", "cifar100", "imdb", "reuters", "boston_housing", "california_housing")
)
