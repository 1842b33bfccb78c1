# ja: 先にグラフ全体を作るなら、grad_fn は x の符号によらず同じはずです。実験 1 の 2 行を比べてください。
# en: If the whole graph were made first, grad_fn would not depend on the sign of x. Compare the two lines of experiment 1.
answers = {"define_by_run": False, "eager_by_default": True, "call_forward": False, "reshuffles": True}
