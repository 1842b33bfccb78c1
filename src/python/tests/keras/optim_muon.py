import numpy as np
import tensorflow as tf
import keras
from keras import layers


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__ + ":", error)

print(type(keras.optimizers.Muon()).__name__)
attempt(lambda: keras.optimizers.Muon(0.01).get_config())
o = keras.optimizers.Muon(learning_rate=0.1)
w = keras.Variable(np.arange(6.0,dtype="float32").reshape(2,3), name="w"); b = keras.Variable(np.ones(3,"float32"), name="bias")
o.build([w,b])
print([v.path for v in o.variables])
o.apply([np.ones((2,3),"float32")*np.array([[1.0],[2.0]],"float32"), np.array([1.0,2.0,3.0],"float32")])
print(w.numpy()); print(b.numpy())
o.apply([np.ones((2,3),"float32"), np.array([1.0,2.0,3.0],"float32")])
print(w.numpy()); print(b.numpy())
print(keras.optimizers.get("muon").name)
attempt(lambda: keras.optimizers.Muon(exclude_layers=["out"], exclude_embeddings=False, ns_steps=3, momentum=0.8, nesterov=False, weight_decay=0.01, adam_lr_ratio=0.5).get_config())
m = keras.Sequential([keras.Input((3,)), layers.Dense(4, name="h"), layers.Dense(1,name="out")])
m.set_weights([0.3*np.cos(np.arange(v.size)).reshape(v.shape) for v in m.get_weights()])
m.compile(keras.optimizers.Muon(0.01, exclude_layers=["out"]), "mse")
h = m.fit(np.eye(3), np.arange(3.0), epochs=3, verbose=0, shuffle=False)
print(h.history)
print([v.path for v in m.optimizer.variables])
for v in m.get_weights(): print(v.round(4))
o = keras.optimizers.Muon(0.05, weight_decay=0.1, nesterov=False)
w = keras.Variable(np.arange(12.0,dtype="float32").reshape(2,2,3)/10, name="w4")
o.build([w]); o.apply([np.sin(np.arange(12.0)).reshape(2,2,3).astype("float32")]); print(w.numpy().round(4))
