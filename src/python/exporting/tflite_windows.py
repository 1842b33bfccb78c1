"""Convolutions and pooling of TensorFlow Lite files: channels last, and padding that is 'same', 'valid', or an operator of its own."""

import array
import math

import bridge

from .builder import FLOAT, Wire
from .graph import UnsupportedOperationError, is_dynamic

_SAME, _VALID = 0, 1
_LAST, _FIRST = [0, 2, 3, 1], [0, 3, 1, 2]


def _is_same(size, out, kernel, stride, padding, dilation=1):
    """Whether this padding on both sides is what 'same' computes."""
    reach = dilation * (kernel - 1) + 1
    return out == -(-size // stride) and max((out - 1) * stride + reach - size, 0) == 2 * padding


class Windows:
    """The part of TfliteBuilder about windows on images."""

    def _fitted(self, x, window, out_shape, value):
        """(x with its channels last, padding): padded where neither 'same' nor 'valid' does it."""
        sizes = x.shape[2:]
        if any(map(is_dynamic, (*sizes, x.shape[1]))):
            raise UnsupportedOperationError(f"Images whose size changes are not written to {self.format} files.")
        rows = list(zip(sizes, out_shape[2:], window.kernel, window.stride, window.padding, window.dilation))
        if all(_is_same(*row) for row in rows) and not all(k == 1 for k in window.kernel):
            return self.transpose(x, _LAST), _SAME
        after = []
        for size, out, kernel, stride, padding, dilation in rows:
            after.append(max(padding, (out - 1) * stride + dilation * (kernel - 1) + 1 - size - padding))
        if any(window.padding) or any(after):
            x = self.pad(x, [0, 0, *window.padding], [0, 0, *after], value)
        return self.transpose(x, _LAST), _VALID

    def _shape_last(self, out):
        return [out.shape[d] for d in _LAST]

    def _conv2d(self, x, weight, bias, window, out):
        if not weight.handle or x.dtype != FLOAT:
            raise UnsupportedOperationError("A convolution whose weights are computed is not written to TensorFlow Lite files.")
        channels, groups = int(x.shape[1]), window.groups
        if groups not in (1, channels):
            return self._in_groups(x, weight, bias, window, out)
        zeros = bias if bias is not None else self.constant(bridge.full(FLOAT, 0, 1, 0, weight.shape[0]))
        image, padding = self._fitted(x, window, out.shape, 0.0)
        options = {
            "padding": padding, "stride_w": window.stride[1], "stride_h": window.stride[0],
            "dilation_w_factor": window.dilation[1], "dilation_h_factor": window.dilation[0],
        }  # fmt: skip
        last = Wire(self._shape_last(out), out.dtype)
        if groups == 1:
            made = self.op("CONV_2D", [image, self.transpose(weight, _LAST), zeros], last, **options)
        else:
            kernel = self.transpose(weight, [1, 2, 3, 0])
            options["depth_multiplier"] = int(weight.shape[0]) // channels
            made = self.op("DEPTHWISE_CONV_2D", [image, kernel, zeros], last, **options)
        return self.transpose(made, _FIRST)

    def _in_groups(self, x, weight, bias, window, out):
        groups = window.groups
        own, made = int(x.shape[1]) // groups, int(weight.shape[0]) // groups
        window.groups = 1
        parts = []
        for at in range(groups):
            part_bias = None if bias is None else self.slice(bias, 0, at * made, made)
            shape = (out.shape[0], made, *out.shape[2:])
            parts.append(self.conv2d(self.slice(x, 1, at * own, own), self.slice(weight, 0, at * made, made), part_bias, window, shape))
        window.groups = groups
        return self.concat(parts, 1)

    def _conv_transpose2d(self, x, weight, bias, window, out):
        """The whole result, of which padding cuts the edges away."""
        if not weight.handle or window.groups != 1 or window.dilation != (1, 1):
            raise UnsupportedOperationError(
                "Transposed convolutions with groups, dilation or computed weights are not written to TensorFlow Lite files."
            )
        whole = [(size - 1) * stride + kernel for size, stride, kernel in zip(x.shape[2:], window.stride, window.kernel)]
        last = Wire((out.shape[0], *whole, weight.shape[1]), out.dtype)
        kernel = self.transpose(weight, [1, 2, 3, 0])
        options = {"padding": _VALID, "stride_w": window.stride[1], "stride_h": window.stride[0]}
        made = self.op("TRANSPOSE_CONV", [self.shape_vector(last.shape), kernel, self.transpose(x, _LAST)], last, **options)
        for d, size, wanted, padding in zip((1, 2), whole, out.shape[2:], window.padding):
            missing = max(0, padding + wanted - size)
            if missing:
                made = self.pad(made, [0] * 4, [missing if at == d else 0 for at in range(4)], 0.0)
            if padding or wanted != size:
                made = self.slice(made, d, padding, wanted)
        made = self.transpose(made, _FIRST)
        return made if bias is None else self.binary("add", made, self.reshape(bias, (1, *bias.shape, 1, 1)))

    def _pooled(self, kind, x, window, out, value):
        if window.dilation != (1, 1):
            raise UnsupportedOperationError("Pooling with dilation is not written to TensorFlow Lite files.")
        image, padding = self._fitted(x, window, out.shape, value)
        options = {
            "padding": padding, "stride_w": window.stride[1], "stride_h": window.stride[0], "filter_width": window.kernel[1],
            "filter_height": window.kernel[0],
        }  # fmt: skip
        made = self.op(kind, [image], Wire(self._shape_last(out), out.dtype), **options)
        return self.transpose(made, _FIRST), padding

    def _max_pool2d(self, x, window, out):
        return self._pooled("MAX_POOL_2D", x, window, out, -math.inf)[0]

    def _avg_pool2d(self, x, window, count_padding, out):
        """Means of windows; where some elements are padding, the sum is divided by how many count."""
        made, padding = self._pooled("AVERAGE_POOL_2D", x, window, out, 0.0)
        rows = zip(x.shape[2:], out.shape[2:], window.kernel, window.stride, window.padding)
        counts = [_counts(*row, count_padding) for row in rows]
        area = window.kernel[0] * window.kernel[1]
        if padding == _SAME and any(window.padding):
            own = [_counts(*row, False) for row in zip(x.shape[2:], out.shape[2:], window.kernel, window.stride, window.padding)]
        else:
            own = [[kernel] * len(count) for kernel, count in zip(window.kernel, counts)]
        factors = [o1 * o2 / (c1 * c2) for o1, c1 in zip(own[0], counts[0]) for o2, c2 in zip(own[1], counts[1])]
        if all(abs(factor - 1) < 1e-9 for factor in factors) or area == 0:
            return made
        held = array.array("f", factors)
        shape = (1, 1, len(counts[0]), len(counts[1]))
        factor = self.constant(bridge.from_address(FLOAT, held.buffer_info()[0], *shape))
        return self.binary("mul", made, factor)


def _counts(size, out, kernel, stride, padding, count_padding):
    """How many elements of each window along one dimension count."""
    found = []
    for at in range(int(out)):
        start = at * stride - padding
        end = min(start + kernel, size + padding)
        found.append(end - start if count_padding else min(end, size) - max(start, 0))
    return found
