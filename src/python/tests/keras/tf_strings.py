import numpy as np
import tensorflow as tf


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

s = tf.constant(["Hello World", "ünïcödé", ""])
print((tf.strings.length(s), tf.strings.length(s, unit="UTF8_CHAR"), tf.strings.upper(s), tf.strings.lower("ABC"), tf.strings.upper("é", encoding="utf-8")))
print((tf.strings.join(["a", "b"], "-"), tf.strings.join([["a", "b"], ["c", "d"]], "+"), tf.strings.reduce_join(["a", "b", "c"], separator=","), tf.strings.reduce_join([["a", "b"], ["c", "d"]], axis=1), tf.strings.reduce_join([["a", "b"], ["c", "d"]], axis=0)))
print((tf.strings.substr("hello", 1, 3), tf.strings.substr(["hello", "world"], 0, 2), tf.strings.substr("ünï", 0, 2, unit="UTF8_CHAR"), tf.strings.substr("hello", -3, 2)))
attempt(lambda: tf.strings.substr("hi", 5, 1))
print(tf.strings.substr(["hello", "world"], [1, 2], [2, 3]))
print((tf.strings.split("a b  c"), tf.strings.split(["a b", "c"]), tf.strings.split("a,b,,c", ","), tf.strings.split("a b c", maxsplit=1)))
print((tf.strings.strip("  x "), tf.strings.regex_replace("a1b2", "[0-9]", "#"), tf.strings.regex_replace("a1b2", r"([a-z])(\d)", r"\2\1"), tf.strings.regex_replace("aaa", "a", "b", replace_global=False), tf.strings.regex_full_match(["ab", "abc"], "a.")))
print((tf.strings.to_number("3.5"), tf.strings.to_number(["1", "2"], tf.int32), tf.strings.to_number("1e3"), tf.strings.to_number("0x10")))
print((tf.strings.as_string([1, 2]), tf.strings.as_string([1.5, 2.25]), tf.strings.as_string([True, False]), tf.strings.as_string(3.14159, precision=2), tf.strings.as_string(5, width=4, fill="0"), tf.strings.as_string(1e10), tf.strings.as_string([1.5], scientific=True), tf.strings.as_string(0.1, shortest=True)))
print((tf.strings.bytes_split("abc"), tf.strings.bytes_split(["ab", "c"]), tf.strings.unicode_split("日本", "UTF-8"), tf.strings.unicode_decode("日本", "UTF-8"), tf.strings.unicode_encode([26085, 26412], "UTF-8"), tf.strings.unicode_transcode("a", "UTF-8", "UTF-16-BE")))
print((tf.strings.format("x={} y={}", (tf.constant([1, 2]), tf.constant(3.5))), tf.strings.format("{}", tf.constant("s")), tf.strings.format("no", ())))
print((tf.strings.ngrams(["a", "b", "c"], 2), tf.strings.ngrams([["a", "b", "c"]], [1, 2], separator="_"), tf.strings.to_hash_bucket_fast(["a", "b"], 10)))
print((tf.constant("abc").numpy(), tf.constant("abc").numpy().decode(), tf.constant(["a", "b"]).numpy().tolist()))
print((tf.constant("a") + "b", tf.constant(["a", "b"]) + tf.constant("c"), tf.constant("a") == "a", tf.constant(["a", "b"]) == ["a", "c"], tf.constant(["a", "b"]) != "a"))
attempt(lambda: tf.constant("a") < "b")
attempt(lambda: tf.constant("abc")[0])
print((tf.constant(["a", "b"])[0], tf.constant(["a", "b"])[::-1], tf.constant([["a"], ["b"]])[:, 0], tf.constant(["a", "b"]).shape, len(tf.constant(["a", "b"]))))
print((tf.reshape(tf.constant(["a", "b"]), (2, 1)), tf.concat([["a"], ["b"]], 0), tf.stack(["a", "b"]), tf.gather(["a", "b", "c"], [2, 0]), tf.where([True, False], ["a", "b"], ["c", "d"]), tf.transpose([["a", "b"]]), tf.tile(["a"], [2]), tf.fill([2], "z"), tf.expand_dims("a", 0), tf.unstack(["a", "b"]), tf.boolean_mask(["a", "b"], [True, False]), tf.reverse(["a", "b"], [0]), tf.unique(["a", "a"]).y, tf.size(["a"]), tf.rank("a"), tf.equal(["a"], ["b"]), tf.split(["a", "b"], 2), tf.repeat(["a"], 2), tf.pad(["a"], [[0, 1]], constant_values="-"), tf.sort(["b", "a"]).numpy().tolist() if False else 0))
print((tf.io.decode_raw("\x01\x02", tf.uint8), tf.io.encode_base64("hi"), tf.io.decode_base64("aGk")))
print(tf.io.decode_csv(["1,2.5,x", "2,3.5,y"], [0, 0.0, ""]))
attempt(lambda: tf.cast("1", tf.int32))
attempt(lambda: tf.cast(1, tf.string))
attempt(lambda: tf.reduce_sum(["a"]))
print(tf.strings.join(["a", ["b", "c"]]))
attempt(lambda: tf.strings.join([["a"], ["b", "c", "d"], ["e", "f"]]))
attempt(lambda: tf.strings.length(5))
attempt(lambda: tf.strings.lower([1]))
print([x for x in tf.constant(["p", "q"])])
attempt(lambda: (tf.constant([b"x", "y"]), tf.constant(np.array(["n", "m"])), tf.convert_to_tensor("t"), tf.constant(["a", 1])))
print((bool(tf.constant("a")), bool(tf.constant(""))))
print(float(tf.constant("1.5")))
print(int(tf.constant("7")))
