"""tf.saved_model: files of models; the work is keras.saving's."""


def save(obj, export_dir, signatures=None, options=None):
    """Saves a Keras model."""
    obj.export(export_dir)


def load(export_dir, tags=None, options=None):
    """Loading SavedModels is not here: save with model.save('x.keras') and load with keras.models.load_model."""
    raise NotImplementedError("tf.saved_model.load is not here; use model.save('name.keras') and keras.models.load_model('name.keras')")
