"""The public names of Keras that are not here, by module. Written by `npm run api`, read by _missing.py."""

NAMES = {
    "keras": """
        Quantizer RematScope StatelessScope SymbolicScope api distillation distribution export legacy quantizers remat
        visualization wrappers
    """,
    "keras.applications": """
        ConvNeXtBase ConvNeXtLarge ConvNeXtSmall ConvNeXtTiny ConvNeXtXLarge DenseNet121 DenseNet169 DenseNet201
        EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 EfficientNetB5 EfficientNetB6
        EfficientNetB7 EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 EfficientNetV2L
        EfficientNetV2M EfficientNetV2S InceptionResNetV2 InceptionV3 MobileNet MobileNetV2 MobileNetV3Large
        MobileNetV3Small NASNetLarge NASNetMobile ResNet101 ResNet101V2 ResNet152 ResNet152V2 ResNet50 ResNet50V2
        VGG16 VGG19 Xception convnext densenet efficientnet efficientnet_v2 imagenet_utils inception_resnet_v2
        inception_v3 mobilenet mobilenet_v2 mobilenet_v3 nasnet resnet resnet50 resnet_v2 vgg16 vgg19 xception
    """,
    "keras.callbacks": """
        OrbaxCheckpoint
    """,
    "keras.config": """
        disable_flash_attention enable_flash_attention is_flash_attention_enabled is_nnx_enabled max_epochs
        max_steps_per_epoch set_backend set_max_epochs set_max_steps_per_epoch
    """,
    "keras.initializers": """
        STFT STFTInitializer stft
    """,
    "keras.layers": """
        AugMix AutoContrast ContrastLimitedAdaptiveHistogramEqualization CutMix Equalization FlaxLayer JaxLayer
        MaxNumBoundingBoxes MelSpectrogram MixUp RandAugment RandomColorDegeneration RandomColorJitter
        RandomElasticTransform RandomGaussianBlur RandomPerspective RandomPosterization RandomSharpness
        ReversibleEmbedding STFTSpectrogram TFSMLayer TorchModuleWrapper
    """,
    "keras.metrics": """
        concordance_correlation pearson_correlation
    """,
    "keras.ops": """
        adaptive_average_pool adaptive_max_pool cholesky_inverse ctc_decode ctc_loss fft2 fold ifft2 irfft istft jvp
        nextafter polar rearrange stft view view_as_complex view_as_real
    """,
    "keras.optimizers": """
        MultiOptimizer OptimizerMap ScheduleFreeAdamW
    """,
    "keras.preprocessing.image": """
        smart_resize
    """,
    "keras.saving": """
        KerasFileEditor
    """,
    "keras.tree": """
        MAP_TO_NONE
    """,
    "keras.utils": """
        Config FeatureSpace audio_dataset_from_directory bounding_boxes get_source_inputs legacy
    """,
}
