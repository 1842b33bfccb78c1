"""The public names of PyTorch that are not here, by module. Written by `npm run api`, read by _missing.py."""

NAMES = {
    "torch": """
        adaptive_max_pool1d as_strided_scatter chalf complex32 dequantize distributed export
        fake_quantize_per_channel_affine fake_quantize_per_tensor_affine from_dlpack fx geqrf get_device_module
        histogramdd hspmm hub index_reduce int_repr lobpcg multiprocessing orgqr ormqr pca_lowrank q_scale
        q_zero_point qint32 qint8 qscheme quantize_per_channel quantize_per_tensor quantize_per_tensor_dynamic
        quint2x4 quint4x2 quint8 set_autocast_dtype smm sparse_compressed_tensor svd_lowrank to_dlpack
    """,
    "torch.Tensor": """
        align_as align_to as_strided_scatter chalf col_indices crow_indices dense_dim dequantize geqrf igamma_
        igammac_ index_reduce_ indices int_repr is_coalesced mvlgamma_ name nextafter_ orgqr ormqr polygamma_ q_scale
        q_zero_point qscheme record_stream refine_names register_post_accumulate_grad_hook rename rename_ smm
        sparse_dim sparse_mask sparse_resize_ sparse_resize_and_clear_ storage_type to_mkldnn to_padded_tensor
        to_sparse_bsc to_sparse_bsr to_sparse_csc to_sparse_csr values xpu
    """,
    "torch.nn": """
        FractionalMaxPool2d FractionalMaxPool3d UninitializedBuffer
    """,
    "torch.nn.functional": """
        fractional_max_pool2d fractional_max_pool2d_with_indices fractional_max_pool3d
        fractional_max_pool3d_with_indices
    """,
    "torch.nn.utils": """
        convert_conv2d_weight_memory_format
    """,
    "torch.nn.utils.parametrize": """
        transfer_parametrizations_and_params
    """,
    "torch.optim": """
        Adafactor Muon SparseAdam
    """,
    "torch.utils.data": """
        DistributedSampler
    """,
    "torch.autograd": """
        set_multithreading_enabled
    """,
    "torch.autograd.forward_ad": """
        dual_level enter_dual_level exit_dual_level make_dual unpack_dual UnpackedDualTensor
    """,
    "torch.autograd.graph": """
        allow_mutation_on_saved_tensors disable_saved_tensors_hooks get_gradient_edge GradientEdge increment_version
    """,
    "torch.linalg": """
        householder_product ldl_factor ldl_factor_ex ldl_solve solve_ex
    """,
    "torch.special": """
        airy_ai bessel_y0 bessel_y1 shifted_chebyshev_polynomial_t shifted_chebyshev_polynomial_u
        shifted_chebyshev_polynomial_v shifted_chebyshev_polynomial_w
    """,
    "torch.distributions": """
        CorrCholeskyTransform CumulativeDistributionTransform GeneralizedPareto InverseGamma LowerCholeskyTransform
    """,
    "torch.cuda": """
        can_device_access_peer CUDAGraph current_blas_handle default_stream device_of ExternalStream get_arch_list
        get_gencode_flags get_rng_state_all get_sync_debug_mode graph graph_pool_handle initial_seed ipc_collect
        is_current_stream_capturing make_graphed_callables mem_get_info memory_snapshot memory_stats
        memory_stats_as_nested_dict memory_usage reset_accumulated_memory_stats seed set_per_process_memory_fraction
        set_rng_state_all set_stream set_sync_debug_mode StreamContext utilization
    """,
    "torch.func": """
        functionalize replace_all_batch_norm_modules_
    """,
}
