"""The parts of keras, in the folders where Keras has them; the public names are in keras.layers, keras.losses and so on."""
