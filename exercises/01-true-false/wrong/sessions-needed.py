# ja: それは TensorFlow 1 の Session の話です。実験 2 では、足し算の結果がもう数になっています。
# en: That was so with the Session of TensorFlow 1. In experiment 2 the sum is a number already.
answers = {"define_by_run": True, "eager_by_default": False, "call_forward": False, "reshuffles": True}
