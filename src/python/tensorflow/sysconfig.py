"""tf.sysconfig: how this TensorFlow was built."""


def get_build_info():
    """No CUDA: the GPU is reached through WebGPU."""
    return {"is_cuda_build": False, "is_rocm_build": False}
