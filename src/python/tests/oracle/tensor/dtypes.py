import torch

types = (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.bool)
for a in types:
    print(a, [str(torch.promote_types(a, b))[6:] for b in types], a.is_floating_point, torch.empty(0, dtype=a).element_size())
for a in types:
    x = torch.ones(2, dtype=a)
    print([str((x * k).dtype)[6:] for k in (True, 2, 2.5)], str((x + torch.tensor(1.5)).dtype), str((x + torch.tensor(1)).dtype),
          str((x / 2).dtype), str((x == 1).dtype), str(x.sum().dtype), x.type())
print(torch.result_type(torch.tensor([1]), 1.0), torch.result_type(torch.tensor([1.0]), torch.tensor(2.0, dtype=torch.float64)))
print(torch.can_cast(torch.double, torch.float), torch.can_cast(torch.float, torch.int))
print(torch.finfo(torch.float32), torch.iinfo(torch.int16), torch.finfo(torch.float16).max, torch.finfo().eps)
x = torch.tensor([1.9, -1.9, 0.0, 2.5])
print(x.int(), x.long(), x.bool(), x.half(), x.double(), x.to(torch.int8), x.char(), x.short(), x.bfloat16())
print(x.type(torch.int32), x.type('torch.LongTensor'), x.type(torch.DoubleTensor), x.type_as(torch.tensor(1)), x.is_floating_point())
i = torch.tensor([200, 100], dtype=torch.uint8)
print(i + i, i * 2, i - 201, -i, torch.tensor([127], dtype=torch.int8) + 1, torch.tensor([2**31 - 1], dtype=torch.int32) + 1)
print(torch.tensor([1, 2]) / 2, torch.tensor([7, -7]) // 2, torch.tensor([7, -7]) % 3, torch.tensor([7.5, -7.5]) // 2, torch.tensor([5.5]) % -3)
print(torch.tensor([True, False]) + torch.tensor([True, True]), torch.tensor([True]) * 3, ~torch.tensor([True, False]), ~torch.tensor([1, -2]))
print(torch.tensor([6]) & 3, torch.tensor([6]) | 1, torch.tensor([6]) ^ 3, torch.tensor([1]) << 3, torch.tensor([16]) >> 2)
print(torch.tensor(3) + 1.5, torch.tensor([3]) + torch.tensor(1.5), torch.tensor([3.0]).half() + torch.tensor(1.5))
print(torch.float, torch.double, torch.half, torch.long, torch.int, torch.short, torch.float32 == torch.float, torch.int64 is torch.long)
print(torch.tensor([1.0]).dtype == torch.float32, str(torch.float64), repr(torch.bool), torch.float16.is_floating_point)
