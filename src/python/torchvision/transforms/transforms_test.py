"""Transforms on small images."""

import torch
from torchvision import transforms


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert text in str(error), str(error)
    else:
        raise AssertionError(f"expected {kind.__name__}: {text}")


def test_to_tensor_of_arrays():
    import numpy as np

    to_tensor = transforms.ToTensor()
    gray = to_tensor(np.array([[0, 51], [102, 255]], dtype=np.uint8))
    assert gray.shape == (1, 2, 2)
    assert torch.allclose(gray, torch.tensor([[[0.0, 0.2], [0.4, 1.0]]]))
    colour = to_tensor(np.zeros((4, 5, 3), dtype=np.uint8))
    assert colour.shape == (3, 4, 5)
    unscaled = to_tensor(np.full((2, 2), 7.0, dtype=np.float32))
    assert unscaled.max().item() == 7.0


def test_to_tensor_refuses_other_things():
    import numpy as np

    raises(TypeError, "pic should be PIL Image or ndarray. Got <class 'list'>", lambda: transforms.ToTensor()([[0]]))
    raises(ValueError, "pic should be 2/3 dimensional. Got 1", lambda: transforms.ToTensor()(np.zeros(3)))


def test_normalize():
    image = torch.tensor([[[0.5, 1.0]], [[0.0, 2.0]]])
    result = transforms.Normalize((0.5, 1.0), (0.5, 2.0))(image)
    assert torch.allclose(result, torch.tensor([[[0.0, 1.0]], [[-0.5, 0.5]]]))
    assert image[0, 0, 1].item() == 1.0
    transforms.Normalize(0.5, 0.5, inplace=True)(image)
    assert image[0, 0, 1].item() == 1.0 and image[0, 0, 0].item() == 0.0


def test_normalize_refuses_what_it_cannot_do():
    normalize = transforms.Normalize((0.5,), (0.0,))
    raises(TypeError, "img should be Tensor Image", lambda: normalize([1.0]))
    raises(TypeError, "should be a float tensor. Got torch.int64", lambda: normalize(torch.zeros(1, 2, 2).long()))
    raises(ValueError, "size (..., C, H, W). Got tensor.size() = torch.Size([4])", lambda: normalize(torch.zeros(4)))
    raises(ValueError, "std evaluated to zero", lambda: normalize(torch.zeros(1, 2, 2)))


def test_compose_applies_in_order():
    steps = transforms.Compose([transforms.Lambda(lambda x: x + 1), transforms.Lambda(lambda x: x * 10)])
    assert steps(1) == 20
    assert repr(steps) == "Compose(\n    Lambda()\n    Lambda()\n)"
    raises(TypeError, "Argument lambd should be callable, got 'int'", lambda: transforms.Lambda(3))
