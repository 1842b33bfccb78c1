# ja: 1 回だけ混ぜるなら、2 つのエポックの順番は同じになるはずです。実験 4 を何度か実行してください。
# en: If it shuffled only once, both epochs would have the same order. Run experiment 4 a few times.
answers = {"define_by_run": True, "eager_by_default": True, "call_forward": False, "reshuffles": False}
