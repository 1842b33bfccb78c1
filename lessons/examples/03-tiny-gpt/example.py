# %% text
import torch
import torch.nn as nn
import torch.nn.functional as F

TEXT = """
春の朝、小さな駅に電車が着いた。駅の前には古い桜の木があり、花びらが風に舞っていた。
少年は桜の木の下で電車を待っていた。少年の手には小さな箱があった。箱の中には古い時計があった。
時計は祖父の時計だった。祖父は時計を直す人だった。祖父の店は駅の前にあった。
少年は祖父に時計の直し方を習った。歯車を一つずつ外し、油をさし、また一つずつ戻す。
夏の昼、店の前を電車が通ると、店の中の時計が小さく揺れた。少年は揺れる時計を見て笑った。
秋の夕方、祖父は少年に古い時計を渡した。この時計はもう動かない。でも、君なら直せる。
冬の夜、少年は一人で時計を直した。歯車を一つずつ外し、油をさし、また一つずつ戻した。
朝になると、時計は小さな音を立てて動いた。少年は桜の木の下で、春の電車を待っていた。
In spring a train came to the small station. In front of the station stood an old cherry tree, and its petals danced in the wind.
A boy was waiting for the train under the cherry tree. In his hand was a small box. In the box was an old clock.
The clock was his grandfather's clock. His grandfather was a man who mended clocks. His shop stood in front of the station.
The boy learned from his grandfather how to mend a clock. Take out the wheels one by one, oil them, put them back one by one.
In summer the train passed the shop, and the clocks in the shop shook a little. The boy saw the clocks shake and laughed.
In autumn the grandfather gave the boy the old clock. This clock does not run any more. But you can mend it.
In winter the boy mended the clock by himself. He took out the wheels one by one, oiled them, put them back one by one.
In the morning the clock ran with a small sound. The boy was waiting for the spring train under the cherry tree.
""".strip()

LETTERS = sorted(set(TEXT))
INDEX = {letter: i for i, letter in enumerate(LETTERS)}
data = torch.tensor([INDEX[letter] for letter in TEXT])
print(len(TEXT), "characters,", len(LETTERS), "different ones")

# %% batches
CONTEXT = 32


def batch(size=16):
    starts = torch.randint(len(data) - CONTEXT, (size,)).tolist()
    x = torch.stack([data[s : s + CONTEXT] for s in starts])
    y = torch.stack([data[s + 1 : s + CONTEXT + 1] for s in starts])
    return x, y


# %% block
class Block(nn.Module):
    """Attention looks at earlier positions; the MLP works at each position by itself."""

    def __init__(self, dims, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(dims), nn.LayerNorm(dims)
        self.qkv = nn.Linear(dims, 3 * dims)
        self.project = nn.Linear(dims, dims)
        self.mlp = nn.Sequential(nn.Linear(dims, 4 * dims), nn.GELU(), nn.Linear(4 * dims, dims))

    def attend(self, x):
        batch, time, dims = x.shape
        q, k, v = (
            part.view(batch, time, self.heads, dims // self.heads).transpose(1, 2)
            for part in self.qkv(x).split(dims, dim=2)
        )
        out = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.project(out.transpose(1, 2).reshape(batch, time, dims))

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.mlp(self.norm2(x))


# %% model
class TinyGPT(nn.Module):
    def __init__(self, dims=48, heads=4, layers=2):
        super().__init__()
        self.letters = nn.Embedding(len(LETTERS), dims)
        self.places = nn.Embedding(CONTEXT, dims)
        self.blocks = nn.Sequential(*[Block(dims, heads) for _ in range(layers)])
        self.norm = nn.LayerNorm(dims)
        self.out = nn.Linear(dims, len(LETTERS))

    def forward(self, x):
        h = self.letters(x) + self.places(torch.arange(x.shape[1]))
        return self.out(self.norm(self.blocks(h)))


torch.manual_seed(1)
model = TinyGPT()
print(sum(p.numel() for p in model.parameters()), "parameters")


# %% sample
@torch.no_grad()
def write(start, length=60, temperature=0.6):
    model.eval()
    text = [INDEX[letter] for letter in start]
    for _ in range(length):
        logits = model(torch.tensor([text[-CONTEXT:]]))[0, -1]
        text.append(torch.multinomial(F.softmax(logits / temperature, dim=0), 1).item())
    model.train()
    return "".join(LETTERS[i] for i in text).replace("\n", "⏎")


print(write("少年は"))

# %% train
optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
for step in range(601):
    x, y = batch()
    loss = F.cross_entropy(model(x).flatten(0, 1), y.flatten())
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    if step % 100 == 0:
        print(f"step {step:3d}   loss {loss.item():.3f}   {write('少年は', 20)}")

# %% result
print(write("祖父は"))
print(write("The boy "))
