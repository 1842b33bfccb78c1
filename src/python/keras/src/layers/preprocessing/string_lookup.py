"""StringLookup: strings as numbers."""

from keras.src.layers.preprocessing.index_lookup import IndexLookup


class StringLookup(IndexLookup):
    """Strings to numbers by a vocabulary, or with invert=True back; arguments as those of IndexLookup."""

    def __init__(
        self,
        max_tokens=None,
        num_oov_indices=1,
        mask_token=None,
        oov_token="[UNK]",
        vocabulary=None,
        idf_weights=None,
        invert=False,
        output_mode="int",
        pad_to_max_tokens=False,
        sparse=False,
        encoding="utf-8",
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
            pad_to_max_tokens=pad_to_max_tokens,
            sparse=sparse,
            name=name,
            **kwargs,
        )
        self.encoding = encoding

    def get_config(self):
        return {**super().get_config(), "oov_method": "floormod", "salt": None, "encoding": self.encoding}
