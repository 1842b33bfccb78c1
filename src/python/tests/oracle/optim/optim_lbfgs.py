import torch

for search in (None, 'strong_wolfe'):
    w = torch.tensor([-1.2, 1.0], requires_grad=True)
    opt = torch.optim.LBFGS([w], lr=0.5 if search is None else 1.0, max_iter=8, line_search_fn=search)
    calls = 0

    def closure():
        global calls
        calls += 1
        opt.zero_grad()
        loss = (1 - w[0]) ** 2 + 10 * (w[1] - w[0] ** 2) ** 2
        loss.backward()
        return loss

    for step in range(4):
        loss = opt.step(closure)
        print(search, step, f'{loss.item():.4f}', [round(v, 3) for v in w.tolist()], calls)
x = torch.linspace(-1, 1, 20).unsqueeze(1)
net = torch.nn.Linear(1, 1)
with torch.no_grad():
    net.weight.fill_(0.0)
    net.bias.fill_(0.0)
opt = torch.optim.LBFGS(net.parameters())


def fit():
    opt.zero_grad()
    loss = ((net(x) - (3 * x + 1)) ** 2).mean()
    loss.backward()
    return loss


opt.step(fit)
print(net.weight.data, net.bias.data)
