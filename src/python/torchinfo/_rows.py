"""A row of the summary: one call of a module, with its shapes, parameters and multiply-adds; the table is _table.py's."""

import math

import torch


class Row:
    """What one call of a module did. `parent` is the row of the module that owns it, whether that was called or not."""

    def __init__(self, module, name, depth, parent):
        self.module, self.var_name, self.depth, self.parent_info = module, name, depth, parent
        self.class_name = type(module).__name__
        self.is_leaf_layer = not any(True for _ in module.children())
        self.depth_index = None
        self.children = []
        self.executed = self.is_recursive = False
        self.input_size, self.output_size = [], []
        self.output_bytes = self.macs = 0
        kernel = getattr(module, "kernel_size", None)
        self.kernel_size = list(kernel) if isinstance(kernel, (tuple, list)) else kernel
        self.count()

    def __repr__(self):
        return f"{self.class_name}: {self.depth}"

    @property
    def layer_id(self):
        """Equal for all calls of the same module."""
        return id(self.module)

    def count(self):
        """Counts the parameters, once those of lazy modules have shapes."""
        found = [(name, each) for name, each in self.module.named_parameters() if not _is_lazy(each)]
        self.num_params = sum(each.numel() for _, each in found)
        self.trainable_params = sum(each.numel() for _, each in found if each.requires_grad)
        self.param_bytes = sum(each.numel() * each.element_size() for _, each in found)
        # Of the whole model only those that no layer shows.
        self.weights = [(name, each) for name, each in found if self.parent_info is not None or "." not in name]

    def finish(self, inputs, outputs, batch_dim):
        """After the call: shapes, bytes and multiply-adds of the whole batch."""
        self.count()
        self.input_size, _ = shape_of(inputs, batch_dim)
        self.output_size, width = shape_of(outputs, batch_dim)
        self.output_bytes = width * math.prod(_flat(self.output_size))
        self.executed = True
        for name, each in self.module.named_parameters():
            size = self.output_size
            if name in ("weight", "bias"):
                times = math.prod(size[:1] + size[2:]) if "Conv" in self.class_name else size[0]
                self.macs += each.numel() * times
            elif "weight" in name or "bias" in name:
                # The weights of recurrent layers serve every step.
                self.macs += each.numel() * math.prod(size[:2])

    def title(self, with_name, with_depth):
        """The first column."""
        text = self.class_name
        if with_name and self.var_name:
            text += f" ({self.var_name})"
        if with_depth and self.depth > 0:
            text += f": {self.depth}" + ("" if self.depth_index is None else f"-{self.depth_index}")
        return text

    def own(self, what):
        """Parameters (num_params, trainable_params) that no row below counts."""
        below = [each for each in self.children if not each.is_recursive]
        return getattr(self, what) - sum(getattr(each, what) if each.is_leaf_layer else each.own(what) for each in below)

    def trainable(self):
        """Whether training changes the parameters."""
        if self.num_params == 0:
            return "--"
        if self.trainable_params == 0:
            return "False"
        return "True" if self.trainable_params == self.num_params else "Partial"

    def params_text(self, deepest):
        """The number of parameters, in brackets where they are frozen."""
        if self.num_params == 0:
            return "--"
        if self.is_recursive:
            return "(recursive)"
        if deepest or self.is_leaf_layer:
            return f"{self.num_params:,}" if self.trainable_params else f"({self.num_params:,})"
        own = self.own("num_params")
        return f"{own:,}" if own > 0 else "--"

    def percent_text(self, total, deepest):
        """The share of all parameters."""
        if total == 0:
            return "     --"
        if self.is_recursive:
            return "(recursive)"
        count = self.num_params if deepest or self.is_leaf_layer else self.own("num_params")
        return f"{count / total:>7.2%}" if count else "     --"

    def macs_text(self, deepest):
        """The multiply-adds; of a container only where its rows are hidden."""
        if self.macs <= 0:
            return "--"
        if self.is_leaf_layer:
            return f"{self.macs:,}"
        return f"{sum(each.macs for each in self.children if each.is_leaf_layer):,}" if deepest else "--"


def _is_lazy(parameter):
    return "Uninitialized" in type(parameter).__name__


def _flat(sizes):
    return [each for size in sizes for each in (_flat(size) if isinstance(size, (list, tuple)) else [size])]


def shape_of(value, batch_dim):
    """(sizes, bytes of an element) of what a module took or gave: the first tensor of several."""
    if value is None:
        return [], 0
    if isinstance(value, torch.Tensor):
        return list(value.shape), value.element_size()
    if isinstance(value, dict):
        size, width = _nested(list(value.values())[-1])
        return ([[*size[:batch_dim], 1, *size[batch_dim + 1 :]]] if batch_dim is not None else size), width
    if isinstance(value, (list, tuple)):
        size, width = _nested(value)
        if batch_dim is not None and batch_dim < len(size):
            size[batch_dim] = 1
        return size, width
    if hasattr(value, "shape"):
        return list(value.shape), getattr(value, "itemsize", 0)
    raise TypeError(f"Model contains a layer with an unsupported input or output type: {value}, type: {type(value)}")


def _nested(value):
    """The same for nested lists; a PackedSequence by its data."""
    if isinstance(value, torch.Tensor):
        return list(value.shape), value.element_size()
    if hasattr(value, "data") and isinstance(value.data, torch.Tensor):
        return list(value.data.shape), value.data.element_size()
    if isinstance(value, dict):
        return _nested(list(value.values())[-1])
    if isinstance(value, (list, tuple)) and value:
        return _nested(value[0])
    return [], 0
