# %% data
import matplotlib.pyplot as plt
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
WINDOW = 30

time = torch.arange(600) / 10
wave = torch.sin(time) + 0.5 * torch.sin(time * 2.3 + 1)
noisy = wave + 0.05 * torch.randn(600)

inputs = torch.stack([noisy[i : i + WINDOW] for i in range(600 - WINDOW)]).unsqueeze(2)
targets = noisy[WINDOW:].unsqueeze(1)
train_x, train_y = inputs[:450], targets[:450]
test_x, test_y = inputs[450:], targets[450:]
print("inputs", tuple(train_x.shape), "  targets", tuple(train_y.shape))


# %% model
class Forecast(nn.Module):
    def __init__(self, hidden=32):
        super().__init__()
        self.lstm = nn.LSTM(1, hidden, batch_first=True)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):  # (batch, time, 1)
        states, (h, c) = self.lstm(x)  # states: (batch, time, hidden)
        return self.out(states[:, -1])


model = Forecast()
states, (h, c) = model.lstm(train_x[:4])
print("states", tuple(states.shape), "  h", tuple(h.shape), "  c", tuple(c.shape))
print("the last state is h:", torch.equal(states[:, -1], h[0]))
print(sum(p.numel() for p in model.parameters()), "parameters")

# %% train
optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
for epoch in range(1, 31):
    for batch in torch.randperm(len(train_x)).split(50):
        loss = F.mse_loss(model(train_x[batch]), train_y[batch])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    if epoch % 5 == 0:
        with torch.no_grad():
            error = F.mse_loss(model(test_x), test_y).sqrt().item()
        print(f"epoch {epoch:2d}   training {loss.item():.5f}   typical test error {error:.3f}")

naive = F.mse_loss(test_x[:, -1], test_y).sqrt().item()
print(f"repeating the last value: {naive:.3f}")

# %% continue
with torch.no_grad():
    window = test_x[:1]
    continued = []
    for _ in range(60):
        value = model(window)
        continued.append(value.item())
        window = torch.cat([window[:, 1:], value.unsqueeze(1)], dim=1)

real = wave[450 + WINDOW :][:60]
plt.figure(figsize=(6, 3))
plt.plot(real.numpy(), label="real, without noise")
plt.plot(continued, label="continued by the model")
plt.legend()
plt.show()
