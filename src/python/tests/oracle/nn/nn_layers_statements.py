"""Layers: how they print, what they compute, what they refuse. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
import copy
nn.Linear(2,3)
nn.Linear(2,3,bias=False)
nn.Bilinear(2,3,4)
nn.Identity()
nn.Conv1d(1,2,3,stride=2,padding=1,dilation=2,groups=1,bias=False)
nn.Conv2d(1,2,(3,5),stride=(2,1),padding='same' if False else 1,padding_mode='reflect')
nn.Conv2d(4,4,3,padding='same',groups=2)
nn.Conv3d(1,2,3)
nn.ConvTranspose1d(1,2,3,output_padding=1,stride=2)
nn.ConvTranspose2d(1,2,3)
nn.ConvTranspose3d(1,2,3)
nn.MaxPool1d(2), nn.MaxPool2d(2,return_indices=True), nn.MaxPool3d((1,2,2)), nn.AvgPool1d(2), nn.AvgPool2d(2,ceil_mode=True), nn.AvgPool3d(2), nn.LPPool1d(2,3), nn.LPPool2d(2,3)
nn.BatchNorm1d(3), nn.BatchNorm2d(3,eps=1e-3,momentum=None,affine=False), nn.BatchNorm3d(3,track_running_stats=False), nn.LayerNorm(3), nn.LayerNorm((2,3),elementwise_affine=False), nn.GroupNorm(2,4), nn.InstanceNorm1d(3), nn.InstanceNorm2d(3,affine=True), nn.LocalResponseNorm(2), nn.SyncBatchNorm(2)
nn.Dropout(), nn.Dropout(0.1,inplace=True), nn.Dropout1d(.2), nn.Dropout2d(), nn.Dropout3d(), nn.AlphaDropout(), nn.FeatureAlphaDropout()
nn.RNN(2,3), nn.LSTM(2,3,2,batch_first=True,bidirectional=True,dropout=.1), nn.GRU(2,3,bias=False), nn.RNNCell(2,3), nn.LSTMCell(2,3), nn.GRUCell(2,3,bias=False), nn.RNN(2,3,nonlinearity='relu'), nn.LSTM(4,8,proj_size=3)
nn.MultiheadAttention(4,2)
nn.TransformerEncoderLayer(4,2)
nn.TransformerDecoderLayer(4,2,8,norm_first=True)
nn.Transformer(4,2,1,1,8)
nn.ReLU(), nn.ReLU(True), nn.ReLU6(), nn.LeakyReLU(), nn.LeakyReLU(.2,inplace=True), nn.PReLU(), nn.PReLU(3), nn.RReLU(), nn.ELU(), nn.ELU(.5,True), nn.SELU(), nn.CELU(), nn.GELU(), nn.GELU('tanh'), nn.SiLU(), nn.SiLU(True), nn.Mish(), nn.Sigmoid(), nn.Tanh(), nn.LogSigmoid(), nn.Softplus(), nn.Softplus(2,10), nn.Softsign(), nn.Tanhshrink(), nn.Softshrink(), nn.Hardshrink(), nn.Hardtanh(), nn.Hardtanh(-2,2), nn.Hardswish(), nn.Hardsigmoid(), nn.Threshold(.1,20), nn.GLU(), nn.GLU(1), nn.Softmin(dim=1), nn.Softmax(), nn.Softmax(dim=1), nn.LogSoftmax(dim=-1), nn.Softmax2d()
nn.CrossEntropyLoss(), nn.MSELoss(), nn.L1Loss(), nn.NLLLoss(), nn.BCELoss(), nn.BCEWithLogitsLoss(), nn.SmoothL1Loss(), nn.HuberLoss(), nn.KLDivLoss(), nn.PoissonNLLLoss(), nn.GaussianNLLLoss(), nn.CTCLoss(), nn.CosineEmbeddingLoss(), nn.HingeEmbeddingLoss(), nn.MarginRankingLoss(), nn.MultiLabelMarginLoss(), nn.MultiLabelSoftMarginLoss(), nn.MultiMarginLoss(), nn.SoftMarginLoss(), nn.TripletMarginLoss(), nn.TripletMarginWithDistanceLoss(), nn.CrossEntropyLoss(weight=torch.ones(2))
nn.Sequential(), nn.ModuleList(), nn.ModuleDict(), nn.ParameterList([nn.Parameter(torch.ones(2))]), nn.ParameterDict({'a': nn.Parameter(torch.ones(2))}), nn.ParameterList(), nn.ParameterDict()
nn.Sequential(nn.Linear(1,2), nn.Sequential(nn.ReLU(), nn.Linear(2,2)))
nn.ModuleDict({'a': nn.Linear(1,1), 'act': nn.ReLU()})
nn.LazyLinear(3)
nn.DataParallel(nn.Linear(1,1))
x = torch.randn(2,3)
nn.Softmax2d()(torch.zeros(1,2,1,1))
for act in [nn.ReLU6(), nn.LeakyReLU(), nn.PReLU(), nn.ELU(), nn.SELU(), nn.CELU(), nn.GELU(), nn.GELU('tanh'), nn.SiLU(), nn.Mish(), nn.LogSigmoid(), nn.Softplus(), nn.Softsign(), nn.Tanhshrink(), nn.Softshrink(), nn.Hardshrink(), nn.Hardtanh(), nn.Hardswish(), nn.Hardsigmoid(), nn.Threshold(.1,20), nn.Softmin(dim=1), nn.LogSoftmax(dim=-1)]: print(type(act).__name__, act(x))
m = nn.Bilinear(2,3,4)
m(torch.randn(5,2), torch.randn(5,3))
l = nn.LazyLinear(3)
l.weight
l(torch.ones(1,4))
l
list(l.state_dict())
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(4,2,8,dropout=0.,batch_first=True), 2)
enc(torch.randn(2,3,4)).shape
enc(torch.randn(2,3,4), src_key_padding_mask=tensor([[False,False,True],[False,False,False]]))
enc.eval()(torch.randn(2,3,4), mask=nn.Transformer.generate_square_subsequent_mask(3))
nn.Transformer.generate_square_subsequent_mask(3)
t = nn.Transformer(4,2,1,1,8,dropout=0.)
t(torch.randn(3,2,4), torch.randn(2,2,4))
[n for n,_ in t.named_parameters()]
mha = nn.MultiheadAttention(4,2,batch_first=True)
mha(torch.randn(1,3,4), torch.randn(1,3,4), torch.randn(1,3,4), need_weights=False)
mha(torch.randn(1,3,4), torch.randn(1,3,4), torch.randn(1,3,4), average_attn_weights=False)[1].shape
nn.MultiheadAttention(4,2,kdim=3,vdim=5,add_bias_kv=True,add_zero_attn=True)
mha(x,x,x)
nn.MultiheadAttention(4,3)
r = nn.LSTM(2,3,2,batch_first=True,bidirectional=True)
o,(h,c) = r(torch.randn(2,4,2))
o.shape,h.shape,c.shape
o[0,0],h[-1]
[ (n,tuple(p.shape)) for n,p in r.named_parameters()]
nn.LSTM(2,3,proj_size=2)(torch.randn(1,1,2))
nn.GRU(2,3)(torch.randn(4,2))
nn.RNN(2,3,nonlinearity='relu')(torch.randn(4,1,2), torch.zeros(1,1,3))
nn.LSTMCell(2,3)(torch.randn(1,2)), nn.GRUCell(2,3)(torch.randn(2)), nn.RNNCell(2,3,nonlinearity='relu')(torch.randn(1,2))
nn.GRU(2,3)(torch.randn(4,1,3))
nn.LSTM(2,3)(torch.randn(4,1,2), (torch.zeros(1,1,4), torch.zeros(1,1,3)))
nn.RNN(2,3,dropout=.5)
e = nn.Embedding(5,2,padding_idx=1)
e.weight
e(tensor([[0,1],[4,2]]))
e(tensor([5]))
e(tensor([0.]))
e.from_pretrained(torch.ones(2,2)), e.from_pretrained(torch.ones(2,2)).weight.requires_grad
eb = nn.EmbeddingBag(5,2,mode='mean')
eb(tensor([0,1,2,3]), tensor([0,2])), eb(tensor([[0,1],[2,2]]))
F.embedding_bag(tensor([0,1,2]), torch.eye(3), tensor([0,1]), mode='max')
nn.Embedding(3,2,max_norm=1.)(tensor([0,1]))
'''

names = {"__name__": "__main__"}
for node in ast.parse(PROGRAM).body:
    source = ast.get_source_segment(PROGRAM, node)
    print(">>>", source.splitlines()[0])
    if "torch" in names:
        names["torch"].manual_seed(node.lineno)
    try:
        if isinstance(node, ast.Expr):
            value = eval(compile(ast.Expression(node.value), "<program>", "eval"), names)
            if value is not None:
                print(value if isinstance(value, str) else repr(value))
        else:
            exec(compile(ast.Module([node], []), "<program>", "exec"), names)
    except Exception as error:
        print(type(error).__name__ + ":", str(error).strip().split("\n")[0])
