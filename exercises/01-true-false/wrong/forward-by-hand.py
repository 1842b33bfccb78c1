# ja: forward を自分で呼ぶとフックが動きません。実験 3 で、どちらの呼び方でフックが動いたか見てください。
# en: Calling forward yourself leaves the hooks out. Look at experiment 3: which call made the hook run?
answers = {"define_by_run": True, "eager_by_default": True, "call_forward": True, "reshuffles": True}
