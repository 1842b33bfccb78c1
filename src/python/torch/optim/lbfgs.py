"""L-BFGS, with the strong Wolfe line search."""

import torch

from .optimizer import Optimizer, check_not_negative


def _cubic_minimum(x1, f1, g1, x2, f2, g2, bounds=None):
    """Minimum of the cubic through two points with slopes, kept within bounds (Nocedal & Wright, eq. 3.59)."""
    low, high = bounds if bounds is not None else (min(x1, x2), max(x1, x2))
    d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
    square = d1 * d1 - g1 * g2
    if square < 0:
        return (low + high) / 2.0
    root = square ** 0.5
    if x1 <= x2:
        at = x2 - (x2 - x1) * ((g2 + root - d1) / (g2 - g1 + 2 * root))
    else:
        at = x1 - (x1 - x2) * ((g1 + root - d1) / (g1 - g2 + 2 * root))
    return min(max(at, low), high)


def _strong_wolfe(evaluate, t, d, f, g, slope, c1=1e-4, c2=0.9, tolerance=1e-9, max_steps=25):
    """A step t along d that lowers f enough and flattens the slope: (f, g, t, evaluations). Nocedal & Wright, alg. 3.5."""
    longest = float(d.abs().max())
    g = g.clone()
    f_new, g_new = evaluate(t)
    evaluations = 1
    slope_new = float(g_new.dot(d))
    before = (0.0, f, g, slope)
    bracket = None
    done = False
    steps = 0
    while steps < max_steps:
        now = (t, f_new, g_new.clone(), slope_new)
        if f_new > f + c1 * t * slope or (steps > 1 and f_new >= before[1]):
            bracket = [before, now]
            break
        if abs(slope_new) <= -c2 * slope:
            bracket = [now]
            done = True
            break
        if slope_new >= 0:
            bracket = [before, now]
            break
        low, high = t + 0.01 * (t - before[0]), t * 10
        t = _cubic_minimum(before[0], before[1], before[3], t, f_new, slope_new, (low, high))
        before = now
        f_new, g_new = evaluate(t)
        evaluations += 1
        slope_new = float(g_new.dot(d))
        steps += 1
    if steps == max_steps:
        bracket = [(0.0, f, g, slope), (t, f_new, g_new.clone(), slope_new)]
    stuck = False
    low, high = (0, 1) if len(bracket) == 1 or bracket[0][1] <= bracket[-1][1] else (1, 0)
    while not done and steps < max_steps:
        if abs(bracket[1][0] - bracket[0][0]) * longest < tolerance:
            break
        t = _cubic_minimum(bracket[0][0], bracket[0][1], bracket[0][3], bracket[1][0], bracket[1][1], bracket[1][3])
        left, right = sorted((bracket[0][0], bracket[1][0]))
        margin = 0.1 * (right - left)
        if min(right - t, t - left) < margin:
            if stuck or t >= right or t <= left:
                t = right - margin if abs(t - right) < abs(t - left) else left + margin
                stuck = False
            else:
                stuck = True
        else:
            stuck = False
        f_new, g_new = evaluate(t)
        evaluations += 1
        slope_new = float(g_new.dot(d))
        steps += 1
        now = (t, f_new, g_new.clone(), slope_new)
        if f_new > f + c1 * t * slope or f_new >= bracket[low][1]:
            bracket[high] = now
            low, high = (0, 1) if bracket[0][1] <= bracket[1][1] else (1, 0)
        else:
            if abs(slope_new) <= -c2 * slope:
                done = True
            elif slope_new * (bracket[high][0] - bracket[low][0]) >= 0:
                bracket[high] = bracket[low]
            bracket[low] = now
    best = bracket[low if len(bracket) > 1 else 0]
    return best[1], best[2], best[0], evaluations


class LBFGS(Optimizer):
    """Quasi-Newton steps from the last `history_size` changes of gradient and weights; `step` needs a closure.

    Nocedal 1980. `line_search_fn` is None or 'strong_wolfe'. One parameter group only.
    """

    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9,
                 history_size=100, line_search_fn=None):
        check_not_negative('learning rate', lr)
        super().__init__(params, dict(lr=lr, max_iter=max_iter, max_eval=max_eval or max_iter * 5 // 4,
                                      tolerance_grad=tolerance_grad, tolerance_change=tolerance_change,
                                      history_size=history_size, line_search_fn=line_search_fn))
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]['params']

    def __setstate__(self, state):
        super().__setstate__(state)
        self._params = self.param_groups[0]['params']

    def _flat_grad(self):
        return torch.cat([torch.zeros(param.numel(), dtype=param.dtype, device=param.device) if param.grad is None
                          else param.grad.reshape(-1) for param in self._params])

    def _move(self, t, direction):
        at = 0
        for param in self._params:
            count = param.numel()
            param.add_(direction[at:at + count].view_as(param), alpha=t)
            at += count

    def _direction(self, state, grad):
        """-H · grad by the two-loop recursion."""
        if state['n_iter'] == 1:
            state.update(old_dirs=[], old_stps=[], ro=[], H_diag=1)
            return grad.neg()
        dirs, steps, inverses = state['old_dirs'], state['old_stps'], state['ro']
        y = grad.sub(state['prev_flat_grad'])
        s = state['d'].mul(state['t'])
        curvature = float(y.dot(s))
        if curvature > 1e-10:
            if len(dirs) == self.param_groups[0]['history_size']:
                for kept in (dirs, steps, inverses):
                    kept.pop(0)
            dirs.append(y)
            steps.append(s)
            inverses.append(1.0 / curvature)
            state['H_diag'] = curvature / float(y.dot(y))
        q = grad.neg()
        shares = [0.0] * len(dirs)
        for i in range(len(dirs) - 1, -1, -1):
            shares[i] = float(steps[i].dot(q)) * inverses[i]
            q = q.add(dirs[i], alpha=-shares[i])
        r = q.mul(state['H_diag'])
        for i, (y, s) in enumerate(zip(dirs, steps)):
            r = r.add(s, alpha=shares[i] - float(y.dot(r)) * inverses[i])
        return r

    def step(self, closure):
        """Up to max_iter quasi-Newton steps; `closure` clears the gradients, computes the loss and its backward."""
        group = self.param_groups[0]
        lr, search = group['lr'], group['line_search_fn']
        if search not in (None, 'strong_wolfe'):
            raise RuntimeError("only 'strong_wolfe' is supported")

        def loss_of():
            with torch.enable_grad():
                return closure()

        with torch.no_grad():
            state = self.state[self._params[0]]
            state.setdefault('func_evals', 0)
            state.setdefault('n_iter', 0)
            first = loss_of()
            loss = float(first)
            evaluations = 1
            state['func_evals'] += 1
            grad = self._flat_grad()
            if float(grad.abs().max()) <= group['tolerance_grad']:
                return first
            iterations = 0
            while iterations < group['max_iter']:
                iterations += 1
                state['n_iter'] += 1
                direction = self._direction(state, grad)
                state['prev_flat_grad'] = grad.clone()
                before = loss
                t = min(1.0, 1.0 / float(grad.abs().sum())) * lr if state['n_iter'] == 1 else lr
                state['d'], state['t'] = direction, t
                slope = float(grad.dot(direction))
                if slope > -group['tolerance_change']:
                    break
                used = 0
                if search is not None:
                    start = [param.clone() for param in self._params]

                    def evaluate(length):
                        self._move(length, direction)
                        value = float(loss_of())
                        found = self._flat_grad()
                        for param, kept in zip(self._params, start):
                            param.copy_(kept)
                        return value, found

                    loss, grad, t, used = _strong_wolfe(evaluate, t, direction, loss, grad, slope)
                    self._move(t, direction)
                    state['t'] = t
                else:
                    self._move(t, direction)
                    if iterations != group['max_iter']:
                        loss = float(loss_of())
                        grad = self._flat_grad()
                        used = 1
                evaluations += used
                state['func_evals'] += used
                state['prev_loss'] = before
                if iterations == group['max_iter'] or evaluations >= group['max_eval']:
                    break
                if float(grad.abs().max()) <= group['tolerance_grad']:
                    break
                if float(direction.mul(t).abs().max()) <= group['tolerance_change']:
                    break
                if abs(loss - before) < group['tolerance_change']:
                    break
        return first
