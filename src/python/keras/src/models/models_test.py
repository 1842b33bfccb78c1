"""Models: summaries, graphs, names, cloning, configs."""

import numpy as np

import keras
from keras import layers


def _summary(model, **options):
    texts = []
    model.summary(print_fn=texts.append, **options)
    return texts[0].splitlines()


def _fails(call, text, kind=ValueError):
    try:
        call()
    except kind as error:
        assert text in str(error), error
    else:
        raise AssertionError(f"no {kind.__name__}: {text}")


def test_summary_is_76_wide_and_counts():
    keras.backend.clear_session()
    model = keras.Sequential([keras.Input((784,)), layers.Dense(128), layers.BatchNormalization(), layers.Dense(10)])
    lines = _summary(model)
    assert lines[0] == 'Model: "sequential"'
    assert {len(line) for line in lines[1:-3]} == {76}
    assert lines[1] == "┏" + "━" * 33 + "┳" + "━" * 24 + "┳" + "━" * 15 + "┓"
    assert "│ dense (Dense)                   │ (None, 128)            │       100,480 │" in lines
    assert lines[-3:] == [
        " Total params: 102,282 (399.54 KB)",
        " Trainable params: 102,026 (398.54 KB)",
        " Non-trainable params: 256 (1.00 KB)",
    ]


def test_summary_of_a_graph_tells_connections():
    keras.backend.clear_session()
    inputs = keras.Input((4,), name="in")
    x = layers.Dense(4, name="a")(inputs)
    model = keras.Model(inputs, layers.add([x, inputs]) * 2.0)
    lines = _summary(model)
    assert "┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to      ┃" in lines
    assert "│ add (Add)           │ (None, 4)         │          0 │ a[0][0], in[0][0] │" in lines
    assert "│ multiply (Multiply) │ (None, 4)         │          0 │ add[0][0]         │" in lines


def test_unbuilt_layers_say_so():
    model = keras.Sequential([layers.Dense(3, name="d")])
    assert "│ d (Dense)                       │ ?                      │   0 (unbuilt) │" in _summary(model)


def test_shared_layers_and_several_outputs():
    shared = layers.Dense(2, kernel_initializer="ones")
    a, b = keras.Input((3,), name="a"), keras.Input((3,), name="b")
    model = keras.Model([a, b], [shared(a), shared(b)])
    one, two = model.predict({"a": np.ones((1, 3)), "b": np.zeros((1, 3))}, verbose=0)
    assert one.tolist() == [[3.0, 3.0]] and two.tolist() == [[0.0, 0.0]]
    assert model.count_params() == 8
    assert model.input_shape == [(None, 3), (None, 3)]


def test_names_start_again_after_clear_session():
    keras.backend.clear_session()
    assert [layers.Dense(1).name for _ in range(2)] == ["dense", "dense_1"]
    keras.backend.clear_session()
    assert layers.Dense(1).name == "dense"


def test_paths_of_variables():
    model = keras.Sequential([keras.Input((2,)), layers.Dense(3, name="d")], name="m")
    assert [w.path for w in model.weights] == ["m/d/kernel", "m/d/bias"]


def test_freezing_a_model_freezes_its_layers():
    inner = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(2)])
    outer = keras.Sequential([keras.Input((4,)), inner, layers.Dense(1)])
    inner.trainable = False
    assert [layer.trainable for layer in inner.layers] == [False, False]
    assert (len(outer.trainable_weights), len(outer.non_trainable_weights)) == (2, 4)


def test_clones_have_the_architecture_and_other_weights():
    inputs = keras.Input((3,))
    model = keras.Model(inputs, layers.Dense(2)(layers.Dense(4, activation="relu")(inputs)))
    clone = keras.models.clone_model(model)
    assert [layer.name for layer in clone.layers][1:] == [layer.name for layer in model.layers][1:]
    assert not np.allclose(clone.get_weights()[0], model.get_weights()[0])
    clone.set_weights(model.get_weights())
    x = np.ones((1, 3))
    assert np.allclose(clone(x), model(x))


def test_configs_and_json_make_equal_models():
    inputs = keras.Input((3,))
    x = layers.Dense(4)(inputs)
    model = keras.Model(inputs, keras.ops.sum(x, axis=-1, keepdims=True) + 1.0)
    for made in (keras.Model.from_config(model.get_config()), keras.models.model_from_json(model.to_json())):
        made.set_weights(model.get_weights())
        assert np.allclose(made(np.ones((2, 3))), model(np.ones((2, 3))))


def test_subclasses_see_training_and_build_on_data():
    class Noisy(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = layers.Dense(2)
            self.seen = []

        def call(self, x, training=False):
            self.seen.append(training)
            return self.dense(x)

    model = Noisy()
    model(np.ones((1, 3)))
    model(np.ones((1, 3)), training=True)
    assert list(model.seen) == [False, True]
    assert len(model.weights) == 2


def test_a_layer_without_super_init_is_told_so():
    class Forgetful(layers.Layer):
        def __init__(self):
            self.units = 3

    _fails(lambda: Forgetful()(np.ones((1, 1))), "you forgot to call `super().__init__()`", RuntimeError)


def test_errors_of_graphs():
    a, b = keras.Input((2,)), keras.Input((2,))
    _fails(lambda: keras.Model(a, layers.Dense(1)(b)), "not connected")
    _fails(lambda: keras.Model(np.zeros((1, 2)), layers.Dense(1)(b)), "must be KerasTensors")
    _fails(lambda: keras.Sequential([layers.Dense(1, name="q"), layers.Dense(1, name="q")]), "unique names")
    _fails(lambda: keras.Sequential(["dense"]), "Only instances of `keras.Layer`")
    model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
    _fails(lambda: model.predict(np.zeros((2, 4)), verbose=0), "incompatible")
    _fails(lambda: model.predict(np.zeros((2, 3, 3)), verbose=0), "Invalid input shape")
    _fails(lambda: model.get_layer("nope"), "No such layer: nope.")
