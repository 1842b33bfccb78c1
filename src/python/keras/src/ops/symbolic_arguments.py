"""The arguments of a symbolic call, with the KerasTensors among them found."""

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor


class SymbolicArguments:
    """Arguments of one call; `fill_in` puts real tensors where the KerasTensors stood."""

    def __init__(self, *args, **kwargs):
        self.args = tree.map_structure(lambda x: x, args)
        self.kwargs = tree.map_structure(lambda x: x, kwargs)
        self._flat_arguments = tree.flatten((self.args, self.kwargs))
        self.keras_tensors = [x for x in self._flat_arguments if isinstance(x, KerasTensor)]
        # The usual call has one tensor, and nothing else but perhaps `training` and no mask.
        self._told = {name: value for name, value in self.kwargs.items() if name != "mask" or value is not None}
        alone = len(self.args) == 1 and isinstance(self.args[0], KerasTensor) and self._told.keys() <= {"training"}
        self._single_positional_tensor = self.args[0] if alone else None

    def convert(self, conversion_fn):
        """(args, kwargs) with each leaf converted."""
        return tree.map_structure(conversion_fn, self.args), tree.map_structure(conversion_fn, self.kwargs)

    def fill_in(self, tensor_dict):
        """(args, kwargs) with each KerasTensor replaced by `tensor_dict[id(it)]`."""
        single = self._single_positional_tensor
        if single is not None:
            return (tensor_dict[id(single)],), dict(self._told)

        def switch(x):
            return tensor_dict.get(id(x)) if isinstance(x, KerasTensor) else x

        return self.convert(switch)
