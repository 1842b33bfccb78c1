import torch

a, z, whole = torch.tensor([[0.5, -1.25, 0.0], [3.5, 0.0, -0.75]]), torch.tensor(1.5), torch.tensor([[1, -2, 3], [4, 0, 6]])
print(a.count_nonzero(0, 1), torch.count_nonzero(a, (0, 1)), a.count_nonzero(0))
print(z.flip(0), z.roll(2), torch.kron(z, z), torch.kron(z, a))
print(z.broadcast_to(2), z.broadcast_to((2, 2)), torch.broadcast_to(a[0], (2, 3)), z.broadcast_to(1, 3))
print(torch.nextafter(z, torch.tensor(9.0)) > z, torch.nextafter(z, z))
for call in (lambda: whole.logsumexp(1), lambda: torch.logsumexp(whole > 0, 0)):
    print(call())
goal = torch.tensor([0.0, 0.25, 0.75])
guess = torch.log(torch.tensor([0.2, 0.3, 0.5])).requires_grad_()
loss = torch.nn.functional.kl_div(guess, goal, reduction="sum")
loss.backward()
print(loss, guess.grad, torch.nn.functional.kl_div(guess, -goal, reduction="none"))
print(torch.chain_matmul(a), torch.block_diag(whole > 0, torch.tensor([7])), torch.block_diag(torch.tensor(2), torch.tensor([0.5, 1.5])))
