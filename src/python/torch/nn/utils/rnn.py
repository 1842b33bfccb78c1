"""Sequences of different lengths: padding them to a block, and packing them without the padding."""

from collections import namedtuple

import torch
from torch._tensor import Tensor

_Fields = namedtuple('PackedSequence', ['data', 'batch_sizes', 'sorted_indices', 'unsorted_indices'])


def invert_permutation(permutation):
    """The order that undoes another."""
    if permutation is None:
        return None
    out = torch.empty_like(permutation)
    out[permutation] = torch.arange(permutation.numel(), device=permutation.device)
    return out


class PackedSequence(_Fields):
    """Sequences step by step: `data` holds all first elements, then all second ones, …; `batch_sizes` how many each.

    Made by pack_padded_sequence and pack_sequence.
    """

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        if batch_sizes is None:
            data, batch_sizes = data
        if batch_sizes.device.type != 'cpu':
            raise ValueError(f'batch_sizes should always be on CPU. Instances of PackedSequence should never be created '
                             f'manually. They should be instantiated by functions like pack_sequence and '
                             f'pack_padded_sequences in nn.utils.rnn.')
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        """The data on another device or of another dtype."""
        return type(self)(self.data.to(*args, **kwargs), *self[1:])

    def cuda(self, *args, **kwargs):
        return self.to('cuda')

    def cpu(self):
        return self.to('cpu')

    def float(self):
        return self.to(torch.float32)

    def double(self):
        return self.to(torch.float64)

    @property
    def is_cuda(self):
        return self.data.is_cuda

    def is_pinned(self):
        return False


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """A PackedSequence from padded ones [T, N, *] ([N, T, *] with batch_first) and their lengths.

    Sorted by falling length unless `enforce_sorted=False`, which sorts them and remembers the order.
    """
    lengths = lengths if isinstance(lengths, Tensor) else torch.tensor(lengths, dtype=torch.int64, device='cpu')
    lengths = lengths.cpu()
    sorted_indices = None
    if not enforce_sorted:
        lengths, sorted_indices = torch.sort(lengths, descending=True)
        sorted_indices = sorted_indices.to(input.device)
        input = input.index_select(0 if batch_first else 1, sorted_indices)
    steps = input.transpose(0, 1) if batch_first else input
    sizes = lengths.tolist()
    if len(sizes) != steps.size(1):
        raise RuntimeError(f'Expected `len(lengths)` to be equal to batch_size, but got {len(sizes)} (batch_size='
                           f'{steps.size(1)})')
    if sizes and min(sizes) <= 0:
        raise RuntimeError('Length of all samples has to be greater than 0, but found an element in \'lengths\' that is '
                           '<= 0')
    if sizes != sorted(sizes, reverse=True):
        raise RuntimeError('`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass '
                           '`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this '
                           'requirement if you do not need ONNX exportability.')
    counts = [sum(size > t for size in sizes) for t in range(sizes[0])]
    data = torch.cat([steps[t, :count] for t, count in enumerate(counts)])
    return PackedSequence(data, torch.tensor(counts, dtype=torch.int64, device='cpu'), sorted_indices, None)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """The padded block of a PackedSequence, and the lengths: the inverse of pack_padded_sequence."""
    counts = sequence.batch_sizes.tolist()
    length = len(counts)
    if total_length is not None:
        if total_length < length:
            raise ValueError('Expected total_length to be at least the length of the longest sequence in input, but got '
                             f'total_length={total_length} and max sequence length being {length}')
        length = total_length
    rows = []
    for piece in sequence.data.split(counts):
        missing = counts[0] - piece.size(0)
        rows.append(torch.cat([piece, piece.new_full((missing, *piece.shape[1:]), padding_value)]) if missing else piece)
    while len(rows) < length:
        rows.append(torch.full_like(rows[0], padding_value))
    padded = torch.stack(rows)
    lengths = torch.tensor([sum(count > n for count in counts) for n in range(counts[0])], dtype=torch.int64, device='cpu')
    if batch_first:
        padded = padded.transpose(0, 1)
    if sequence.unsorted_indices is not None:
        order = sequence.unsorted_indices
        return padded.index_select(0 if batch_first else 1, order), lengths[order.cpu()]
    return padded, lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side='right'):
    """A block [T, N, *] ([N, T, *] with batch_first) of tensors [length, *], padded to the longest."""
    if not isinstance(sequences, (list, tuple)):
        if isinstance(sequences, Tensor):
            sequences = sequences.unbind(0)
        else:
            raise RuntimeError('pad_sequence: Expected iterable for input sequences, but got arg of type: '
                               f'{type(sequences)}')
    if len(sequences) == 0:
        raise RuntimeError('received an empty list of sequences')
    longest = max(sequence.size(0) for sequence in sequences)
    rows = []
    for sequence in sequences:
        missing = longest - sequence.size(0)
        if missing:
            padding = sequence.new_full((missing, *sequence.shape[1:]), padding_value)
            sequence = torch.cat([sequence, padding] if padding_side == 'right' else [padding, sequence])
        rows.append(sequence)
    return torch.stack(rows, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    """The list of sequences that pad_sequence made a block of."""
    block = padded_sequences if batch_first else padded_sequences.transpose(0, 1)
    return [row[:int(length)] for row, length in zip(block, lengths)]


def pack_sequence(sequences, enforce_sorted=True):
    """A PackedSequence of tensors [length, *]."""
    lengths = torch.tensor([sequence.size(0) for sequence in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    """The list of sequences that pack_sequence packed."""
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
