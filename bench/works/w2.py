"""W2: the step of W1 at batch 256."""
BATCH = 256


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = nn.Linear(784, 128), nn.Linear(128, 128), nn.Linear(128, 10)

    def forward(self, x):
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


BATCHES = 1024 // BATCH
STEPS = 32
X = spread(11, 1024, 784)
Y = classes(1024, 12, 10)
criterion = nn.CrossEntropyLoss()
model = filled(Net())
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)


def step(i):
    optimizer.zero_grad()
    rows = slice(i * BATCH, (i + 1) * BATCH)
    loss = criterion(model(X[rows]), Y[rows])
    loss.backward()
    optimizer.step()
    return loss.item()
