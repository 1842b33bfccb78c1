"""W7: a tiny GPT (4 layers, 4 heads, width 128, context 64, 65 characters), batch 16, AdamW."""
BATCH, CONTEXT, WIDTH, HEADS, CHARACTERS = 16, 64, 128, 4, 65
BATCHES = 2
STEPS = 2


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.register_buffer("future", torch.triu(torch.ones(CONTEXT, CONTEXT, dtype=torch.bool), 1))

    def forward(self, x):
        n, t, _ = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-2, -1)) * (WIDTH // HEADS) ** -0.5
        weights = scores.masked_fill(self.future, float("-inf")).softmax(-1)
        return self.out((weights @ v).transpose(1, 2).reshape(n, t, WIDTH))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.attention = Attention()
        self.mlp = nn.Sequential(nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(), nn.Linear(4 * WIDTH, WIDTH))

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class GPT(nn.Module):
    def __init__(self):
        super().__init__()
        self.token, self.place = nn.Embedding(CHARACTERS, WIDTH), nn.Embedding(CONTEXT, WIDTH)
        self.blocks = nn.Sequential(*(Block() for _ in range(4)))
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, CHARACTERS)

    def forward(self, ids):
        return self.head(self.norm(self.blocks(self.token(ids) + self.place(torch.arange(ids.shape[1], device=ids.device)))))


TEXT = classes(BATCH * BATCHES * (CONTEXT + 1), 11, CHARACTERS).view(-1, CONTEXT + 1)
model = filled(GPT())
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)


def step(i):
    optimizer.zero_grad()
    rows = TEXT[i * BATCH : (i + 1) * BATCH]
    logits = model(rows[:, :-1])
    loss = F.cross_entropy(logits.reshape(-1, CHARACTERS), rows[:, 1:].reshape(-1))
    loss.backward()
    optimizer.step()
    return loss.item()
