"""Four answers, each with its reason."""

from checks import check, expect, known, say


async def answer(student, name):
    value = await student.run(f"answers[{name!r}]")
    expect.that(
        value is not None,
        ja="まだ答えていません。実験の結果を読んでから True か False にしてください。",
        en="This is not answered yet. Read what the experiment prints, then make it True or False.",
    )
    expect.that(
        isinstance(value, bool),
        ja=f"答えは True か False です。いまは {value!r} です。",
        en=f"The answer is True or False; now it is {value!r}.",
    )
    return value


@check(ja="PyTorch は define-by-run か", en="Is PyTorch define-by-run?", hint=2)
async def define_by_run(student, random):
    if not await answer(student, "define_by_run"):
        known("graph-before-running")
    return say("実行のたびに、通った道のとおりのグラフが作られます。", "Every run makes a graph of the branch that it took.")


@check(ja="TensorFlow 2 は eager 実行か", en="Is TensorFlow 2 eager by default?", hint=1)
async def eager_by_default(student, random):
    if not await answer(student, "eager_by_default"):
        known("sessions-needed")
    return say(
        "結果はその場で数になります。グラフにするのは tf.function を付けたときです。",
        "Results are numbers at once. It is tf.function that makes graphs.",
    )


@check(ja="forward を自分で呼ぶ必要があるか", en="Does one have to call forward oneself?", hint=2)
async def call_forward(student, random):
    if await answer(student, "call_forward"):
        known("forward-by-hand")
    return say("model(x) がフックを動かし、forward を呼びます。", "model(x) runs the hooks and calls forward.")


@check(ja="shuffle=True はエポックごとに混ぜ直すか", en="Does shuffle=True reshuffle every epoch?", hint=2)
async def reshuffles(student, random):
    if not await answer(student, "reshuffles"):
        known("shuffled-once")
    return say("読み始めるたびに新しい順番が選ばれます。", "A new order is chosen whenever reading starts.")
