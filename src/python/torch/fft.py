"""torch.fft: discrete Fourier transforms of one or several dimensions; torch.stft and torch.istft.

The engine computes them in float64; the transform is linear, so its derivative is the transform the other way.
"""

import math

import bridge
import torch
from torch import _dtype
from torch._complex import ComplexTensor, as_complex, from_parts
from torch._complex.arithmetic import rename_pair
from torch._tensor import Tensor, rename, wrap
from torch.autograd import Function


class _Transform(Function):
    """Of the last but one dimension of a pair, unscaled."""

    @staticmethod
    def forward(ctx, pair, inverse):
        ctx.inverse = inverse
        real, imaginary = (part.double().contiguous() for part in pair.unbind(-1))
        first = wrap(bridge.numpy_fft(real._handle, imaginary._handle, inverse))
        return torch.stack([first, wrap(bridge.next_result())], -1).to(pair.dtype)

    @staticmethod
    def backward(ctx, grad):
        return _Transform.apply(grad, not ctx.inverse), None


def _checked(name, input):
    if not isinstance(input, Tensor):
        from torch._type_name import type_name

        raise TypeError(f"fft_{name}(): argument 'input' (position 1) must be Tensor, not {type_name(input)}")
    if isinstance(input, ComplexTensor):
        return input
    if input.dtype in (_dtype.float16, _dtype.bfloat16):
        raise RuntimeError(f"Unsupported dtype {input.dtype._scalar_name}")
    return input if input.is_floating_point() else input.to(_dtype.get_default_dtype())


def _factor(norm, n, forward):
    if norm not in (None, "backward", "ortho", "forward"):
        raise RuntimeError(f"Invalid normalization mode: \"{norm}\"")
    if norm == "ortho":
        return 1 / math.sqrt(n)
    return 1 / n if (norm == "forward") == forward else 1


def _dim_of(input, dim):
    rank = input.ndim
    if not -max(rank, 1) <= dim < max(rank, 1):
        raise IndexError(f"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})")
    return dim % max(rank, 1)


def _sized(tensor, n, dim):
    """The dimension cut or filled up with zeros."""
    size = tensor.shape[dim]
    if size >= n:
        return tensor.narrow(dim, 0, n)
    shape = list(tensor.shape)
    shape[dim] = n - size
    return torch.cat([tensor, torch.zeros(shape, dtype=tensor.dtype, device=tensor.device)], dim)


def _length(n):
    if n < 1:
        raise RuntimeError(f"Invalid number of data points ({n}) specified")
    return n


def _one(input, n, dim, norm, inverse, node="FftC2CBackward0"):
    """The transform of one dimension of a complex tensor."""
    dim = _dim_of(input, dim)
    n = _length((input.shape or (0,))[dim] if n is None else n)
    turned = _sized(as_complex(input), n, dim).transpose(dim, -1)
    factor = _factor(norm, n, not inverse)
    pair = _Transform.apply(turned._pair, inverse)
    made = ComplexTensor(pair if factor == 1 else pair * factor).transpose(dim, -1)
    return rename_pair(ComplexTensor(made._pair.contiguous()), node)


def fft(input, n=None, dim=-1, norm=None, *, out=None):
    """The transform of one dimension."""
    return _one(_checked("fft", input), n, dim, norm, False)


def ifft(input, n=None, dim=-1, norm=None, *, out=None):
    """The inverse of fft."""
    return _one(_checked("ifft", input), n, dim, norm, True)


def rfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The transform of real numbers: its first half, which determines the rest."""
    input = _checked("rfft", input)
    if isinstance(input, ComplexTensor):
        raise RuntimeError(f"rfft expects a real input tensor, but got {input.dtype._scalar_name}")
    whole = _one(input, n, dim, norm, False)
    return rename_pair(whole.narrow(_dim_of(input, dim), 0, whole.shape[dim] // 2 + 1), "FftR2CBackward0")


def _mirrored(input, n, dim):
    """All n values of which the first half is given: the others are their conjugates."""
    half = _sized(as_complex(input), n // 2 + 1, dim)
    rest = half.narrow(dim, 1, n - half.shape[dim]).flip(dim)
    # What has no partner counts by its real part only.
    alone = {0, n // 2} if n % 2 == 0 else {0}
    shape = [1] * input.ndim
    shape[dim] = half.shape[dim]
    keep = torch.tensor([0.0 if i in alone else 1.0 for i in range(half.shape[dim])], dtype=half.dtype.to_real())
    half = from_parts(half.real, half.imag * keep.reshape(shape))
    return torch.cat([half, from_parts(rest.real, -rest.imag)], dim)


def irfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The inverse of rfft: n real numbers, by default an even number of them."""
    input = _checked("irfft", input)
    dim = _dim_of(input, dim)
    n = _length(2 * (input.shape[dim] - 1) if n is None else n)
    made = _one(_mirrored(input, n, dim), n, dim, norm, True).real
    return rename(made.contiguous(), "FftC2RBackward0")


_OTHER_WAY = {None: "forward", "backward": "forward", "forward": "backward", "ortho": "ortho"}


def hfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The transform of a Hermitian signal, of which the first half is given: real numbers."""
    return irfft(_checked("hfft", input).conj(), n, dim, _OTHER_WAY.get(norm, norm))


def ihfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The inverse of hfft."""
    return rfft(input, n, dim, _OTHER_WAY.get(norm, norm)).conj()


# --- several dimensions -------------------------------------------------------------------------------------------


def _axes(input, s, dim):
    if dim is None:
        dim = tuple(range(input.ndim)) if s is None else tuple(range(-len(s), 0))
    dim = (dim,) if isinstance(dim, int) else tuple(dim)
    sizes = (None,) * len(dim) if s is None else tuple(None if n == -1 else n for n in ((s,) if isinstance(s, int) else s))
    if len(sizes) != len(dim):
        raise RuntimeError("When given, dim and shape arguments must have the same length")
    return list(zip(dim, sizes, strict=True))


def _over(input, axes, norm, inverse):
    for each, n in reversed(axes):
        input = _one(input, n, each, norm, inverse)
    return input


def fftn(input, s=None, dim=None, norm=None, *, out=None):
    """The transform of several dimensions, of all by default."""
    input = as_complex(_checked("fftn", input))
    return _over(input, _axes(input, s, dim), norm, False)


def ifftn(input, s=None, dim=None, norm=None, *, out=None):
    """The inverse of fftn."""
    input = as_complex(_checked("ifftn", input))
    return _over(input, _axes(input, s, dim), norm, True)


def rfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The transform of real numbers; of the last dimension only the first half."""
    axes = _axes(input, s, dim)
    last, n = axes.pop()
    return rename_pair(_over(rfft(input, n, last, norm), axes, norm, False), "FftR2CBackward0")


def irfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The inverse of rfftn."""
    input = as_complex(_checked("irfftn", input))
    axes = _axes(input, s, dim)
    last, n = axes.pop()
    return irfft(_over(input, axes, norm, True), n, last, norm)


def fft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The transform of two dimensions."""
    return fftn(input, s, dim, norm)


def ifft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The inverse of fft2."""
    return ifftn(input, s, dim, norm)


def rfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """rfft of the last of two dimensions, fft of the other."""
    return rfftn(input, s, dim, norm)


def irfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The inverse of rfft2."""
    return irfftn(input, s, dim, norm)


# --- frequencies --------------------------------------------------------------------------------------------------


def fftfreq(n, d=1.0, *, dtype=None, device=None, requires_grad=False, **options):
    """The frequencies of fft's results, for samples d apart."""
    half = (n - 1) // 2 + 1
    whole = torch.cat([torch.arange(half, device=device), torch.arange(-(n // 2), 0, device=device)])
    return (whole.to(dtype or _dtype.get_default_dtype()) * (1.0 / (n * d))).requires_grad_(requires_grad)


def rfftfreq(n, d=1.0, *, dtype=None, device=None, requires_grad=False, **options):
    """The frequencies of rfft's results."""
    whole = torch.arange(n // 2 + 1, device=device).to(dtype or _dtype.get_default_dtype())
    return (whole * (1.0 / (n * d))).requires_grad_(requires_grad)


def _shifted(input, dim, back):
    dims = range(input.ndim) if dim is None else (dim,) if isinstance(dim, int) else tuple(dim)
    for each in dims:
        half = input.shape[each] // 2
        input = input.roll(-half if back else half, each)
    return input


def fftshift(input, dim=None):
    """Frequency 0 to the middle."""
    return _shifted(input, dim, False)


def ifftshift(input, dim=None):
    """The inverse of fftshift."""
    return _shifted(input, dim, True)


# --- short-time transforms ----------------------------------------------------------------------------------------


def _window(window, win_length, n_fft, like):
    """The window in the middle of n_fft samples."""
    if window is None:
        window = torch.ones(win_length, dtype=like.dtype.to_real(), device=like.device)
    left = (n_fft - win_length) // 2
    return torch.nn.functional.pad(window, (left, n_fft - win_length - left))


def stft(
    input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode="reflect", normalized=False, onesided=None,
    return_complex=None,
):  # fmt: skip
    """Transforms of overlapping pieces of a signal: (…, frequencies, pieces)."""
    if return_complex is None and not isinstance(input, ComplexTensor):
        raise RuntimeError("stft requires the return_complex parameter be given for real inputs, and will further require that return_complex=True in a future PyTorch release.")  # fmt: skip
    hop_length = n_fft // 4 if hop_length is None else hop_length
    win_length = n_fft if win_length is None else win_length
    alone = input.ndim == 1
    signal = input.unsqueeze(0) if alone else input
    if center:
        half = n_fft // 2
        signal = torch.nn.functional.pad(signal.unsqueeze(1), (half, half), mode=pad_mode).squeeze(1)
    if not 0 < n_fft <= signal.shape[-1]:
        raise RuntimeError(
            f"stft({input.type()}{list(input.shape)}, n_fft={n_fft}, hop_length={hop_length}, win_length={win_length}, "
            f"window={'None' if window is None else '...'}, normalized={int(normalized)}, onesided=None, return_complex={int(bool(return_complex))}) "
            f": expected 0 < n_fft < {signal.shape[-1]}, but got n_fft={n_fft}"
        )
    pieces = signal.unfold(-1, n_fft, hop_length) * _window(window, win_length, n_fft, input)
    norm = "ortho" if normalized else None
    made = rfft(pieces, norm=norm) if onesided in (None, True) else fft(pieces, norm=norm)
    made = made.transpose(1, 2)
    made = made.squeeze(0) if alone else made
    return made if return_complex else torch.view_as_real(made)


def istft(
    input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None,
    return_complex=False,
):  # fmt: skip
    """The signal of an stft: overlapping pieces added up, divided by the sum of the windows' squares."""
    if not isinstance(input, ComplexTensor):
        raise RuntimeError("istft requires a complex-valued input tensor matching the output from stft with return_complex=True.")
    hop_length = n_fft // 4 if hop_length is None else hop_length
    win_length = n_fft if win_length is None else win_length
    alone = input.ndim == 2
    spectrum = (input.unsqueeze(0) if alone else input).transpose(1, 2)
    norm = "ortho" if normalized else None
    onesided = spectrum.shape[-1] != n_fft if onesided is None else onesided
    pieces = irfft(spectrum, n_fft, norm=norm) if onesided else ifft(spectrum, norm=norm).real
    shape = _window(window, win_length, n_fft, spectrum)
    count = pieces.shape[1]
    total = n_fft + hop_length * (count - 1)

    def added(each):
        folded = torch.nn.functional.fold(each.transpose(1, 2), (1, total), (1, n_fft), stride=(1, hop_length))
        return folded.reshape(each.shape[0], total)

    squares = added((shape * shape).expand(1, count, n_fft))
    signal = added(pieces * shape)
    start = n_fft // 2 if center else 0
    end = start + length if length is not None else total - (n_fft // 2 if center else 0)
    signal, squares = signal[:, start:end], squares[:, start:end]
    if squares.abs().min() < 1e-11:
        raise RuntimeError("window overlap add min: 1")
    signal = signal / squares
    if length is not None and signal.shape[-1] < length:
        signal = torch.nn.functional.pad(signal, (0, length - signal.shape[-1]))
    return signal.squeeze(0) if alone else signal


torch.stft, torch.istft = stft, istft
