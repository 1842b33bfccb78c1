"""tensorflow's functions by theme; the public modules tf.math, tf.nn, tf.linalg and tf itself gather them."""
