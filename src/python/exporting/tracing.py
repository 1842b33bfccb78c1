"""Calls a model with tensors and gives what was recorded; with dynamic axes it is called twice, with other sizes."""

import bridge

from .dynamic import merge
from .graph import ExportError
from .recorder import Recorder


class Trace:
    """A recorded model and its axes: `graph`, and `axes`, pair of sizes → (input's place, dimension, name)."""

    def __init__(self, call, handles, names, constants, dynamic, smallest=2):
        """`call(handles)` runs the model and gives handles; `dynamic[i]` maps dimensions of input i to axis names.

        Sizes of dynamic axes are at least `smallest` while recording: at size 1, broadcasting hides what happens.
        """
        self._owned, self._recorders = [], []
        self.axes = {}
        first, second = self._sizes(handles, dynamic, smallest)
        try:
            self.graph = self._record(call, handles, names, constants, dynamic, first)
            if self.axes:
                other = self._record(call, handles, names, constants, dynamic, second)
                self.graph = merge(self.graph, other)
        except BaseException:
            self.close()
            raise

    def _sizes(self, handles, dynamic, smallest):
        """The size of each named axis in the two recordings."""
        first, second = {}, {}
        for place, (handle, dims) in enumerate(zip(handles, dynamic)):
            shape = bridge.shape_of(handle)
            for dim, name in dims.items():
                size = max(smallest, shape[dim])
                if first.setdefault(name, size) != size:
                    raise ExportError(
                        f"The dynamic axis {name!r} has size {first[name]} in one example input and {size} in another. Give "
                        "them the same size, or other names."
                    )
                if name not in second:
                    second[name] = size + 1
                    while (size, second[name]) in self.axes:
                        second[name] += 1
                    self.axes[size, second[name]] = (place, dim, name)
        return first, second

    def _record(self, call, handles, names, constants, dynamic, sizes):
        examples = []
        for handle, dims in zip(handles, dynamic):
            for dim, name in dims.items():
                handle = self._resized(handle, dim, sizes[name])
            examples.append(bridge.detach(handle))
        self._owned += examples
        recorder = Recorder()
        self._recorders.append(recorder)
        with recorder:
            for handle, name in zip(examples, names):
                recorder.input(handle, name)
            return recorder.graph(call(examples), constants)

    def _resized(self, handle, dim, size):
        """The same tensor repeated along a dimension until it has the size."""
        now = bridge.shape_of(handle)[dim]
        if now == size:
            return handle
        if now == 0:
            raise ExportError(f"An example input has no elements along its dynamic dimension {dim}.")
        count = bridge.arange(0, 1, size, 4, 0)
        places = bridge.remainder_scalar(count, now, 1)
        on_device = bridge.to_device(places, bridge.device(handle))
        made = bridge.index_select(handle, dim, on_device)
        self._owned += [count, places, made] + ([on_device] if on_device != places else [])
        return made

    def close(self):
        """Frees what the recordings kept; constants of the graph are gone after it."""
        for recorder in self._recorders:
            recorder.close()
        for handle in self._owned:
            bridge.free(handle)
        self._recorders.clear()
        self._owned.clear()
