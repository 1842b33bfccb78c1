"""IntegerLookup: whole numbers as consecutive numbers."""

from keras.src.layers.preprocessing.index_lookup import IndexLookup


class IntegerLookup(IndexLookup):
    """Whole numbers to indices by a vocabulary; unknown ones are -1 in the vocabulary; arguments as those of IndexLookup."""

    _text = False

    def __init__(
        self,
        max_tokens=None,
        num_oov_indices=1,
        mask_token=None,
        oov_token=-1,
        vocabulary=None,
        vocabulary_dtype="int64",
        idf_weights=None,
        invert=False,
        output_mode="int",
        sparse=False,
        pad_to_max_tokens=False,
        name=None,
        **kwargs,
    ):
        super().__init__(
            max_tokens=max_tokens,
            num_oov_indices=num_oov_indices,
            mask_token=mask_token,
            oov_token=oov_token,
            vocabulary=vocabulary,
            idf_weights=idf_weights,
            invert=invert,
            output_mode=output_mode,
            sparse=sparse,
            pad_to_max_tokens=pad_to_max_tokens,
            name=name,
            **kwargs,
        )
        self.vocabulary_dtype = vocabulary_dtype

    def get_config(self):
        config = super().get_config()
        own = {"vocabulary_dtype": self.vocabulary_dtype}
        last = {name: config.pop(name) for name in ("idf_weights", "vocabulary", "vocabulary_size")}
        return {**config, **own, **last, "oov_method": "floormod", "salt": None}
