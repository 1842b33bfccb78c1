# %% names
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

NAMES = """
aoi akari akira asuka ayaka ayumi chiaki chihiro daiki daisuke eiji emiko fumiko fumio
genki hana haruka haruki haruto hayato hideki hikaru hina hinata hiroki hiromi hiroshi
hitomi honoka ichiro itsuki jun junko kaede kaito kana kanako kaori kazuki kazuo keiko
keisuke kenji kenta kiyoshi kohei koji kotaro kumiko kyoko maki makoto mami mana
manabu mariko masaki masako masato mayu megumi mei michiko midori mika mikoto minami
minato mio misaki miyu mizuki momoka nana nanami naoki naoko naoto natsuki noboru
nobuko noriko osamu ren rie riko rina rio ryo ryota ryusei sachiko saki sakura satoru
satoshi sayaka seiji shigeru shinji shiori shizuka shogo shota shun sora sota sumire
susumu taiga takashi takeshi takumi tamaki taro tatsuya tomoko tomomi toru toshiko
tsubasa tsukasa wakana yamato yoko yosuke yota yui yuka yukari yuki yukiko yuko yuma
yumi yuna yuriko yusuke yuta yuto
""".split()
print(len(NAMES), "names:", NAMES[:5])

LETTERS = "." + "".join(sorted(set("".join(NAMES))))  # "." is where a name begins and ends
INDEX = {letter: i for i, letter in enumerate(LETTERS)}

# %% examples
CONTEXT = 3  # letters that the model sees


def examples(names):
    contexts, targets = [], []
    for name in names:
        context = [0] * CONTEXT
        for letter in name + ".":
            contexts.append(context)
            targets.append(INDEX[letter])
            context = context[1:] + [INDEX[letter]]
    return torch.tensor(contexts), torch.tensor(targets)


torch.manual_seed(42)
shuffled = [NAMES[i] for i in torch.randperm(len(NAMES))]
train_x, train_y = examples(shuffled[:-20])
test_x, test_y = examples(shuffled[-20:])
print("training", tuple(train_x.shape), " held out", tuple(test_x.shape))
for context, target in zip(train_x[:4].tolist(), train_y[:4].tolist()):
    print("".join(LETTERS[i] for i in context), "->", LETTERS[target])


# %% model
class NameModel(torch.nn.Module):
    def __init__(self, vocabulary, dims=8, hidden=64):
        super().__init__()
        self.embed = torch.nn.Embedding(vocabulary, dims)
        self.hidden = torch.nn.Linear(CONTEXT * dims, hidden)
        self.out = torch.nn.Linear(hidden, vocabulary)

    def forward(self, contexts):
        vectors = self.embed(contexts)  # (batch, CONTEXT, dims)
        return self.out(torch.tanh(self.hidden(vectors.flatten(1))))


model = NameModel(len(LETTERS))
print(sum(p.numel() for p in model.parameters()), "parameters")
with torch.no_grad():
    print(f"loss before training {F.cross_entropy(model(train_x), train_y).item():.3f}", end=" ")
    print(f"(guessing evenly: {torch.log(torch.tensor(float(len(LETTERS)))).item():.3f})")

# %% train
optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.1)
curve = []
for step in range(801):
    batch = torch.randint(len(train_x), (64,))
    loss = F.cross_entropy(model(train_x[batch]), train_y[batch])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 100 == 0:
        with torch.no_grad():
            train_loss = F.cross_entropy(model(train_x), train_y).item()
            test_loss = F.cross_entropy(model(test_x), test_y).item()
        curve.append((step, train_loss, test_loss))
        print(f"step {step:4d}   training {train_loss:.3f}   held out {test_loss:.3f}")

steps, train_losses, test_losses = zip(*curve)
plt.figure(figsize=(5, 3))
plt.plot(steps, train_losses, label="training")
plt.plot(steps, test_losses, label="held out")
plt.xlabel("step")
plt.ylabel("loss")
plt.legend()
plt.show()


# %% sample
@torch.no_grad()
def invent():
    context, name = [0] * CONTEXT, ""
    while True:
        chances = F.softmax(model(torch.tensor([context])), dim=1)
        choice = torch.multinomial(chances, 1).item()
        if choice == 0 or len(name) > 12:
            return name
        name += LETTERS[choice]
        context = context[1:] + [choice]


invented = [invent() for _ in range(20)]
print("  ".join(invented))
print("new ones:", sum(name not in NAMES for name in invented), "of", len(invented))
