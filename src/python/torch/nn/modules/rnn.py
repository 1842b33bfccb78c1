"""Recurrent layers: RNN, LSTM, GRU over sequences, and their cells for one step."""

import math
import warnings

import bridge
import torch
from torch._tensor import wrap, wrap_all

from .. import functional as F
from .. import init
from ..parameter import Parameter
from ..utils.rnn import PackedSequence
from .module import Module

_GATES = {'LSTM': 4, 'GRU': 3, 'RNN_TANH': 1, 'RNN_RELU': 1}
_MODES = {'RNN_TANH': 0, 'RNN_RELU': 1, 'LSTM': 2, 'GRU': 3}


def _step(mode, inputs, hidden, cell, weight, bias):
    """One step: (hidden,) or (hidden, cell)."""
    state = F.linear(hidden, weight, bias)
    first = bridge.recurrent_step(_MODES[mode], inputs._handle, state._handle, hidden._handle,
                                  0 if cell is None else cell._handle)
    return tuple(wrap_all(first, 2)) if mode == 'LSTM' else (wrap(first),)


class RNNBase(Module):
    """What the recurrent layers share: weights for each layer and direction, uniform over ±1/√hidden_size."""

    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self._check_options(dropout)
        directions = 2 if bidirectional else 1
        gates = _GATES[mode] * hidden_size
        out_size = proj_size or hidden_size
        self._names = []
        for layer in range(num_layers):
            for direction in range(directions):
                in_size = input_size if layer == 0 else out_size * directions
                shapes = {'weight_ih': (gates, in_size), 'weight_hh': (gates, out_size)}
                if bias:
                    shapes.update(bias_ih=(gates,), bias_hh=(gates,))
                if proj_size:
                    shapes['weight_hr'] = (proj_size, hidden_size)
                end = f'_l{layer}' + ('_reverse' if direction else '')
                for name, shape in shapes.items():
                    setattr(self, name + end, Parameter(torch.empty(shape, device=device, dtype=dtype)))
                self._names.append([name + end for name in shapes])
        self.reset_parameters()

    def _check_options(self, dropout):
        if not isinstance(dropout, (int, float)) or isinstance(dropout, bool) or not 0 <= dropout <= 1:
            raise ValueError('dropout should be a number in range [0, 1] representing the probability of an element being '
                             'zeroed')
        if dropout > 0 and self.num_layers == 1:
            warnings.warn('dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects '
                          f'num_layers greater than 1, but got dropout={dropout} and num_layers={self.num_layers}',
                          stacklevel=4)
        if not isinstance(self.hidden_size, int):
            raise TypeError(f'hidden_size should be of type int, got: {type(self.hidden_size).__name__}')
        if self.hidden_size <= 0:
            raise ValueError('hidden_size must be greater than zero')
        if self.num_layers <= 0:
            raise ValueError('num_layers must be greater than zero')
        if self.proj_size < 0:
            raise ValueError('proj_size should be a positive integer or zero to disable projections')
        if self.proj_size >= self.hidden_size:
            raise ValueError('proj_size has to be smaller than hidden_size')

    def reset_parameters(self):
        """Draws all weights from the random generator, in order of registration."""
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    @property
    def all_weights(self):
        """The weights of each layer and direction."""
        return [[getattr(self, name) for name in names] for names in self._names]

    def flatten_parameters(self):
        """Nothing to do: there is no cuDNN that wants one block of memory."""

    def extra_repr(self):
        text = f'{self.input_size}, {self.hidden_size}'
        if self.proj_size != 0:
            text += f', proj_size={self.proj_size}'
        if self.num_layers != 1:
            text += f', num_layers={self.num_layers}'
        if self.bias is not True:
            text += f', bias={self.bias}'
        if self.batch_first is not False:
            text += f', batch_first={self.batch_first}'
        if self.dropout != 0:
            text += f', dropout={self.dropout}'
        if self.bidirectional is not False:
            text += f', bidirectional={self.bidirectional}'
        return text

    # ------------------------------------------------------------------ running

    def _first_state(self, width, batch, like):
        rows = self.num_layers * (2 if self.bidirectional else 1)
        return torch.zeros(rows, batch, width, dtype=like.dtype, device=like.device)

    def _check_hidden(self, state, width, batch, word='hidden'):
        expected = (self.num_layers * (2 if self.bidirectional else 1), batch, width)
        if tuple(state.shape) != expected:
            raise RuntimeError(f'Expected {word} size {expected}, got {list(state.shape)}')

    def forward(self, input, hx=None):
        packed = isinstance(input, PackedSequence)
        batch_sizes = None
        alone = False
        if packed:
            data, batch_sizes, sorted_indices, unsorted_indices = input
            sizes = batch_sizes.tolist()
            batch = sizes[0]
        else:
            data = input
            if data.dim() not in (2, 3):
                raise ValueError(f'{self._get_name()}: Expected input to be 2D or 3D, got {data.dim()}D instead')
            alone = data.dim() == 2
            if alone:
                data = data.unsqueeze(1)
            elif self.batch_first:
                data = data.transpose(0, 1)
            batch = data.size(1)
        if data.size(-1) != self.input_size:
            raise RuntimeError('input.size(-1) must be equal to input_size. Expected '
                               f'{self.input_size}, got {data.size(-1)}')
        states = self._states(hx, alone, batch, data)
        if packed and sorted_indices is not None and hx is not None:
            states = [state.index_select(1, sorted_indices) for state in states]
        out, last = self._layers(data, states, sizes if packed else None)
        if packed:
            if unsorted_indices is not None:
                last = [state.index_select(1, unsorted_indices) for state in last]
            return PackedSequence(out, batch_sizes, sorted_indices, unsorted_indices), self._hidden_of(last)
        if alone:
            out, last = out.squeeze(1), [state.squeeze(1) for state in last]
        elif self.batch_first:
            out = out.transpose(0, 1)
        return out, self._hidden_of(last)

    def _states(self, hx, alone, batch, data):
        """[hidden] or, for the LSTM, [hidden, cell], each [layers · directions, batch, width]."""
        widths = [self.proj_size or self.hidden_size] + ([self.hidden_size] if self.mode == 'LSTM' else [])
        if hx is None:
            return [self._first_state(width, batch, data) for width in widths]
        given = list(hx) if self.mode == 'LSTM' else [hx]
        rank = 2 if alone else 3
        if any(state.dim() != rank for state in given):
            kind = f'For {"un" if alone else ""}batched {rank}-D input'
            if self.mode == 'LSTM':
                given = [hx[0], hx[1]]  # of one tensor in place of the pair: its first rows, or an IndexError
            got = ', '.join(f'{state.dim()}-D' for state in given)
            raise RuntimeError(f'{kind}, hx and cx should also be {rank}-D but got ({got}) tensors'
                               if self.mode == 'LSTM' else
                               f'{kind}, hx should also be {rank}-D but got {got} tensor')
        if alone:
            given = [state.unsqueeze(1) for state in given]
        for state, width, index in zip(given, widths, (0, 1)):
            self._check_hidden(state, width, batch, f'hidden[{index}]' if self.mode == 'LSTM' else 'hidden')
        return given

    @staticmethod
    def _hidden_of(last):
        return tuple(last) if len(last) > 1 else last[0]

    def _layers(self, data, states, sizes):
        directions = 2 if self.bidirectional else 1
        last = [[] for _ in states]
        for layer in range(self.num_layers):
            outputs = []
            for direction in range(directions):
                row = layer * directions + direction
                first = [state[row] for state in states]
                run = self._run_packed if sizes is not None else self._run
                out, final = run(data, first, self._names[row], direction == 1, sizes)
                outputs.append(out)
                for kept, state in zip(last, final):
                    kept.append(state)
            data = outputs[0] if directions == 1 else torch.cat(outputs, -1)
            if self.dropout and layer < self.num_layers - 1:
                data = F.dropout(data, self.dropout, self.training)
        return data, [torch.stack(kept) for kept in last]

    def _weights(self, names):
        found = {name.rsplit('_l', 1)[0]: getattr(self, name) for name in names}
        return (found['weight_ih'], found['weight_hh'], found.get('bias_ih'), found.get('bias_hh'),
                found.get('weight_hr'))

    def _run(self, data, first, names, reverse, _sizes):
        """All steps of one direction in one engine call."""
        w_ih, w_hh, b_ih, b_hh, w_hr = self._weights(names)
        inputs = F.linear(data, w_ih, b_ih)
        cell = first[1]._handle if len(first) > 1 else 0
        results = wrap_all(bridge.recurrent_layer(
            _MODES[self.mode], reverse, inputs._handle, first[0]._handle, cell, w_hh._handle,
            0 if b_hh is None else b_hh._handle, 0 if w_hr is None else w_hr._handle), 1 + len(first))
        return results[0], results[1:]

    def _run_packed(self, data, first, names, reverse, sizes):
        """Steps of sequences of different lengths: the batch shrinks (reversed: grows) from step to step."""
        w_ih, w_hh, b_ih, b_hh, w_hr = self._weights(names)
        steps = list(F.linear(data, w_ih, b_ih).split(sizes))
        state = [each[:sizes[-1] if reverse else sizes[0]] for each in first]
        outputs, ended = [None] * len(sizes), []
        for t in reversed(range(len(sizes))) if reverse else range(len(sizes)):
            now, size = state[0].size(0), sizes[t]
            if size < now:
                ended.append([each[size:] for each in state])
                state = [each[:size] for each in state]
            elif size > now:
                state = [torch.cat([each, start[now:size]]) for each, start in zip(state, first)]
            state = list(_step(self.mode, steps[t], state[0], state[1] if len(state) > 1 else None, w_hh, b_hh))
            if w_hr is not None:
                state[0] = F.linear(state[0], w_hr)
            outputs[t] = state[0]
        ended.append(state)
        last = [torch.cat([group[i] for group in reversed(ended)]) for i in range(len(state))]
        return torch.cat(outputs), last


def _no_projection(name, options):
    if 'proj_size' in options:
        raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
    for option in options:
        raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{option}'")


class RNN(RNNBase):
    """hₜ = tanh(W_ih xₜ + b_ih + W_hh hₜ₋₁ + b_hh) (or relu), for each layer: Elman 1990.

    Shapes: input [T, N, input_size] ([N, T, …] with batch_first) or packed; hx [layers · directions, N, hidden_size].
    """

    def __init__(self, input_size, hidden_size, num_layers=1, nonlinearity='tanh', bias=True, batch_first=False,
                 dropout=0.0, bidirectional=False, device=None, dtype=None, **options):
        _no_projection('RNN', options)
        modes = {'tanh': 'RNN_TANH', 'relu': 'RNN_RELU'}
        if nonlinearity not in modes:
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
        super().__init__(modes[nonlinearity], input_size, hidden_size, num_layers, bias, batch_first, dropout,
                         bidirectional, 0, device, dtype)
        self.nonlinearity = nonlinearity


class LSTM(RNNBase):
    """Long short-term memory: i, f, o = σ(…), g = tanh(…), c = f c + i g, h = o tanh(c). Hochreiter & Schmidhuber 1997.

    Gates are stored in the order i, f, g, o. Gives (output, (h_n, c_n)).
    """

    def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__('LSTM', input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional,
                         proj_size, device, dtype)


class GRU(RNNBase):
    """Gated recurrent unit: r, z = σ(…), n = tanh(W x + r · (U h)), h = (1 - z) n + z h. Cho et al. 2014.

    Gates are stored in the order r, z, n. Gives (output, h_n).
    """

    def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, device=None, dtype=None, **options):
        _no_projection('GRU', options)
        super().__init__('GRU', input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, 0,
                         device, dtype)


class RNNCellBase(Module):
    """What the cells share: weights uniform over ±1/√hidden_size."""

    def __init__(self, input_size, hidden_size, bias, num_chunks, device=None, dtype=None):
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        gates = num_chunks * hidden_size
        self.weight_ih = Parameter(torch.empty((gates, input_size), device=device, dtype=dtype))
        self.weight_hh = Parameter(torch.empty((gates, hidden_size), device=device, dtype=dtype))
        for name in ('bias_ih', 'bias_hh'):
            self.register_parameter(name, Parameter(torch.empty(gates, device=device, dtype=dtype)) if bias else None)
        self.reset_parameters()

    reset_parameters = RNNBase.reset_parameters

    def extra_repr(self):
        text = f'{self.input_size}, {self.hidden_size}'
        if self.bias is not True:
            text += f', bias={self.bias}'
        nonlinearity = self.__dict__.get('nonlinearity', 'tanh')
        return text + (f', nonlinearity={nonlinearity}' if nonlinearity != 'tanh' else '')

    def _advance(self, mode, input, states):
        if input.dim() not in (1, 2):
            raise ValueError(f'{self._get_name()}: Expected input to be 1D or 2D, got {input.dim()}D instead')
        alone = input.dim() == 1
        rows = input.unsqueeze(0) if alone else input
        if rows.size(1) != self.input_size:
            raise RuntimeError(f'input has inconsistent input_size: got {rows.size(1)} expected {self.input_size}')
        if states is not None and mode == 'LSTM' and not isinstance(states, (tuple, list)):
            raise TypeError("lstm_cell(): argument 'hx' (position 2) must be tuple of Tensors, not Tensor")
        if states is None:
            zeros = torch.zeros(rows.size(0), self.hidden_size, dtype=input.dtype, device=input.device)
            states = (zeros, zeros) if mode == 'LSTM' else (zeros,)
        elif alone:
            states = tuple(state.unsqueeze(0) for state in states)
        for index, state in enumerate(states):
            if state.size(0) != rows.size(0):
                raise RuntimeError(f"Input batch size {rows.size(0)} doesn't match hidden{index} batch size "
                                   f'{state.size(0)}')
            if state.size(1) != self.hidden_size:
                raise RuntimeError(f'hidden{index} has inconsistent hidden_size: got {state.size(1)}, expected '
                                   f'{self.hidden_size}')
        inputs = F.linear(rows, self.weight_ih, self.bias_ih)
        out = _step(mode, inputs, states[0], states[1] if mode == 'LSTM' else None, self.weight_hh, self.bias_hh)
        return tuple(each.squeeze(0) for each in out) if alone else out


class RNNCell(RNNCellBase):
    """h' = tanh(W_ih x + b_ih + W_hh h + b_hh), or relu. Shapes: input [N, input_size], hx [N, hidden_size]."""

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        if self.nonlinearity not in ('tanh', 'relu'):
            raise RuntimeError(f'Unknown nonlinearity: {self.nonlinearity}')
        mode = 'RNN_TANH' if self.nonlinearity == 'tanh' else 'RNN_RELU'
        return self._advance(mode, input, None if hx is None else (hx,))[0]


class LSTMCell(RNNCellBase):
    """One step of the LSTM: (input, (h, c)) → (h', c')."""

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)

    def forward(self, input, hx=None):
        return self._advance('LSTM', input, hx if hx is None or isinstance(hx, torch.Tensor) else tuple(hx))


class GRUCell(RNNCellBase):
    """One step of the GRU: (input, h) → h'."""

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)

    def forward(self, input, hx=None):
        return self._advance('GRU', input, None if hx is None else (hx,))[0]
