"""Trained models as files of other runtimes: ONNX and TensorFlow Lite.

A model is called once or twice while recorder.py notes which engine operations its inputs pass through (graph.py). What does
not depend on an input is a constant: weights, masks, folded arithmetic. lowering/ says each operation in a few primitives,
which onnx_builder.py and tflite_builder.py write as nodes of their format. torch.onnx, keras' Model.export and tf.lite are the
doors; this package knows neither modules nor layers.
"""
