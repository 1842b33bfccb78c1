"""The adaptive softmax for many classes of very different frequency: Grave et al. 2016."""

from collections import namedtuple

import torch

from .. import functional as F
from .container import ModuleList, Sequential
from .linear import Linear
from .module import Module

_ASMoutput = namedtuple('_ASMoutput', ['output', 'loss'])


class AdaptiveLogSoftmaxWithLoss(Module):
    """Classes sorted by frequency; those after the first cutoff lie in clusters with smaller matrices.

    Shapes: input [N, in_features] or [in_features], target [N] or []. The output has the log probabilities of the targets,
    the loss is minus their mean.
    """

    def __init__(self, in_features, n_classes, cutoffs, div_value=4.0, head_bias=False, device=None, dtype=None):
        super().__init__()
        cutoffs = list(cutoffs)
        if (cutoffs != sorted(cutoffs) or min(cutoffs) <= 0 or max(cutoffs) > n_classes - 1
                or len(set(cutoffs)) != len(cutoffs) or any(int(c) != c for c in cutoffs)):
            raise ValueError('cutoffs should be a sequence of unique, positive integers sorted in an increasing order, where '
                             'each value is between 1 and n_classes-1')
        self.in_features, self.n_classes, self.div_value, self.head_bias = in_features, n_classes, div_value, head_bias
        self.cutoffs = cutoffs + [n_classes]
        self.shortlist_size = self.cutoffs[0]
        self.n_clusters = len(self.cutoffs) - 1
        self.head_size = self.shortlist_size + self.n_clusters
        options = {'device': device, 'dtype': dtype}
        self.head = Linear(in_features, self.head_size, bias=head_bias, **options)
        self.tail = ModuleList()
        for i in range(self.n_clusters):
            inner = int(in_features // div_value ** (i + 1))
            size = self.cutoffs[i + 1] - self.cutoffs[i]
            self.tail.append(Sequential(Linear(in_features, inner, bias=False, **options),
                                        Linear(inner, size, bias=False, **options)))

    def reset_parameters(self):
        """New random weights."""
        self.head.reset_parameters()
        for first, second in self.tail:
            first.reset_parameters()
            second.reset_parameters()

    def forward(self, input_, target_):
        alone = target_.dim() == 0
        if alone and input_.dim() != 1:
            raise RuntimeError('0D target tensor should be used with 1D input tensor')
        rows, target = (input_.unsqueeze(0), target_.unsqueeze(0)) if alone else (input_, target_)
        if rows.size(0) != target.size(0):
            raise RuntimeError('Input and target should have the same size in the batch dimension.')
        outside = (target < 0) | (target >= self.n_classes)
        if bool(outside.any()):
            raise RuntimeError(f'Target values should be in [0, {self.n_classes - 1}], but values in range '
                               f'[{target.min().item()}, {target.max().item()}] were found. ')
        head = F.log_softmax(self.head(rows), dim=1)
        place = target.clone()
        extra = rows.new_zeros(rows.size(0))
        for i in range(self.n_clusters):
            low, high = self.cutoffs[i], self.cutoffs[i + 1]
            members = ((target >= low) & (target < high)).nonzero().squeeze(1)
            if members.numel() == 0:
                continue
            place[members] = self.shortlist_size + i
            inside = F.log_softmax(self.tail[i](rows[members]), dim=1)
            extra = extra.index_add(0, members, inside.gather(1, (target[members] - low).unsqueeze(1)).squeeze(1))
        output = extra + head.gather(1, place.unsqueeze(1)).squeeze(1)
        loss = (-output).mean()
        return _ASMoutput(output.squeeze(0) if alone else output, loss)

    def log_prob(self, input):
        """The log probabilities of all classes: [N, n_classes]."""
        head = F.log_softmax(self.head(input), dim=1)
        parts = [head[:, :self.shortlist_size]]
        for i, tail in enumerate(self.tail):
            cluster = head[:, self.shortlist_size + i].unsqueeze(1)
            parts.append(F.log_softmax(tail(input), dim=1) + cluster)
        return torch.cat(parts, 1)

    def predict(self, input):
        """The most probable class of each row."""
        return self.log_prob(input).argmax(1)
