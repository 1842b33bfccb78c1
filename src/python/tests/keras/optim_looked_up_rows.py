import numpy as np
import tensorflow as tf
import keras
from keras import layers


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

p = tf.Variable([[1.0,2.0],[3.0,4.0],[5.0,6.0]])
with tf.GradientTape(persistent=True) as tape:
    g = tf.gather(p, [0,2,0])
    l = tf.reduce_sum(g*g)
    e = tf.reduce_sum(tf.nn.embedding_lookup(p,[1]))
    s = tf.reduce_sum(p[0])
gr = tape.gradient(l,p)
print(type(gr).__name__)
attempt(lambda: gr)
attempt(lambda: gr.values)
attempt(lambda: gr.indices)
attempt(lambda: gr.dense_shape)
attempt(lambda: tf.convert_to_tensor(gr))
attempt(lambda: gr.shape)
attempt(lambda: gr.dtype)
attempt(lambda: tape.gradient(e,p))
attempt(lambda: tape.gradient(s,p))
emb = layers.Embedding(4,2)
emb.build(None)
emb.set_weights([np.arange(8.0).reshape(4,2)])
with tf.GradientTape() as tape: y = tf.reduce_sum(emb(tf.constant([[1,1,3]]))**2)
gg = tape.gradient(y, emb.trainable_variables)
print(type(gg[0]).__name__)
attempt(lambda: gg[0])
opt = keras.optimizers.SGD(0.1)
opt.apply_gradients(zip(gg, emb.trainable_variables))
print(emb.get_weights()[0])
opt2 = keras.optimizers.Adam(0.1)
with tf.GradientTape() as tape: y = tf.reduce_sum(emb(tf.constant([[1,1,3]]))**2)
gg = tape.gradient(y, emb.trainable_variables)
opt2.apply_gradients(zip(gg, emb.trainable_variables))
print(emb.get_weights()[0])
attempt(lambda: tf.IndexedSlices(values=tf.constant([[1.0]]), indices=tf.constant([0]), dense_shape=tf.constant([2,1])))
attempt(lambda: tf.clip_by_global_norm(gg,1.0)[1])
attempt(lambda: [float(tf.norm(x)) for x in gg])
x = np.array([[1,2,1,0],[3,3,2,1],[0,1,4,4],[2,2,2,2]]); y = np.array([0,1,1,0])
for opt in ("sgd","adam","rmsprop","adagrad","adadelta","adamw","adamax","nadam","ftrl","lion","adafactor"):
    m = keras.Sequential([keras.Input((4,)), layers.Embedding(5,3), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")])
    m.set_weights([0.4*np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
    o = keras.optimizers.get({"class_name": {"sgd":"SGD","adam":"Adam","rmsprop":"RMSprop","adagrad":"Adagrad","adadelta":"Adadelta","adamw":"AdamW","adamax":"Adamax","nadam":"Nadam","ftrl":"Ftrl","lion":"Lion","adafactor":"Adafactor","lamb":"Lamb"}[opt], "config": {"learning_rate": 0.05}})
    m.compile(o, "binary_crossentropy", metrics=["accuracy"])
    try:
        h = m.fit(x, y, epochs=4, batch_size=2, shuffle=False, verbose=0)
        print(opt, [round(v,5) for v in h.history["loss"]])
        print(m.get_weights()[0].round(4))
    except Exception as e: print(opt, type(e).__name__, str(e)[:200])
for kw in (dict(clipnorm=0.1), dict(clipvalue=0.01), dict(global_clipnorm=0.1), dict(weight_decay=0.1), dict(use_ema=True, ema_momentum=0.9), dict(gradient_accumulation_steps=2)):
    m = keras.Sequential([keras.Input((4,)), layers.Embedding(5,3), layers.LSTM(2), layers.Dense(1, activation="sigmoid")])
    m.set_weights([0.4*np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
    try:
        m.compile(keras.optimizers.Adam(0.05, **kw), "binary_crossentropy")
        h = m.fit(x, y, epochs=4, batch_size=2, shuffle=False, verbose=0)
        print(kw, [round(v,5) for v in h.history["loss"]])
        print(m.get_weights()[0].round(4))
    except Exception as e: print(kw, type(e).__name__, str(e)[:200])
for kw in (dict(momentum=0.9), dict(momentum=0.9, nesterov=True)):
    m = keras.Sequential([keras.Input((4,)), layers.Embedding(5,3, mask_zero=True, embeddings_regularizer="l2"), layers.LSTM(2), layers.Dense(1, activation="sigmoid")])
    m.set_weights([0.4*np.cos(np.arange(w.size)).reshape(w.shape) for w in m.get_weights()])
    m.compile(keras.optimizers.SGD(0.1, **kw), "binary_crossentropy")
    h = m.fit(x, y, epochs=4, batch_size=2, shuffle=False, verbose=0)
    print(kw, [round(v,5) for v in h.history["loss"]])
