import torch
for d in (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.bool, torch.float16, torch.bfloat16, torch.float64):
    a=torch.ones(3).to(d)
    try: print(d, torch.equal(a,a.clone()), (a==a).tolist())
    except Exception as e: print(d, type(e).__name__, e)
