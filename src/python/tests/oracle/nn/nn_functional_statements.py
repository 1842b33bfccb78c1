"""nn.functional: losses, windows, padding, interpolation and their refusals. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
a=torch.randn(3,4)
b=torch.randn(3,4)
y=tensor([0,2,3])
t=torch.rand(3,4)
for red in ['none','mean','sum']: print(F.mse_loss(a,b,reduction=red), F.l1_loss(a,b,reduction=red), F.smooth_l1_loss(a,b,beta=.5,reduction=red), F.huber_loss(a,b,delta=.5,reduction=red), F.cross_entropy(a,y,reduction=red,label_smoothing=.1), F.nll_loss(a,y,reduction=red), F.binary_cross_entropy(t,(t>.5).float(),reduction=red), F.binary_cross_entropy_with_logits(a,t,reduction=red,pos_weight=torch.ones(4)*2), F.kl_div(a,t,reduction=red), F.poisson_nll_loss(a,t,reduction=red), F.gaussian_nll_loss(a,b,t,reduction=red), F.soft_margin_loss(a,b.sign(),reduction=red), F.multi_margin_loss(a,y,reduction=red), F.multilabel_margin_loss(a,tensor([[0,1,-1,0],[1,-1,0,0],[3,2,1,0]]),reduction=red), F.multilabel_soft_margin_loss(a,(t>.5).float(),reduction=red), F.hinge_embedding_loss(a,b.sign(),reduction=red), F.cosine_embedding_loss(a,b,tensor([1,-1,1]),margin=.2,reduction=red), F.margin_ranking_loss(a[:,0],b[:,0],tensor([1,-1,1]),margin=.1,reduction=red), F.triplet_margin_loss(a,b,t,swap=True,reduction=red), F.triplet_margin_with_distance_loss(a,b,t,reduction=red))
F.cross_entropy(a,y,weight=tensor([1.,2,3,4])), F.cross_entropy(a,y,ignore_index=2), F.cross_entropy(a,t.softmax(1)), F.cross_entropy(a,t.softmax(1),label_smoothing=.2,weight=tensor([1.,2,3,4])), F.cross_entropy(a,y,weight=tensor([1.,2,3,4]),label_smoothing=.1)
F.cross_entropy(torch.randn(2,3,4),torch.randint(0,3,(2,4))), F.cross_entropy(torch.randn(2,3,2,2),torch.randint(0,3,(2,2,2)),reduction='none').shape, F.cross_entropy(a[0],tensor(1))
F.cross_entropy(a,tensor([0,2,4]))
F.cross_entropy(a,tensor([0,2]))
F.cross_entropy(a,tensor([0.,2,1]))
F.cross_entropy(a,tensor([0,2,1]).int())
F.cross_entropy(a,y[:,None])
F.nll_loss(a,tensor([0,2,-1]))
F.mse_loss(a,tensor([1.,2,3]))
F.mse_loss(a,b,reduction='avg')
F.binary_cross_entropy(a,t)
F.binary_cross_entropy(t,tensor([1.]))
F.binary_cross_entropy(t,(t>.5).long())
F.binary_cross_entropy_with_logits(a,tensor([1.]))
F.l1_loss(a,b.long()), F.mse_loss(a.long(),b.long())
F.ctc_loss(torch.randn(5,1,3).log_softmax(2), tensor([[1,2]]), tensor([5]), tensor([2])), nn.CTCLoss(reduction='sum',zero_infinity=True)(torch.randn(5,2,4).log_softmax(2), tensor([[1,2],[3,3]]), tensor([5,4]), tensor([2,2]))
F.ctc_loss(torch.randn(5,1,3).log_softmax(2), tensor([1,2]), (5,), (2,), reduction='none')
x = torch.randn(1,2,6,6)
F.conv2d(x, torch.ones(2,2,3,3)), F.conv2d(x, torch.ones(2,1,3,3), groups=2, dilation=2, stride=2), F.conv2d(x, torch.ones(1,2,2,3), padding='same').shape, F.conv2d(x, torch.ones(1,2,3,3), padding='valid').shape
nn.Conv2d(2,3,3,padding=1,padding_mode='circular')(x)[0,0,0], nn.Conv2d(2,3,3,padding=1,padding_mode='reflect')(x)[0,0,0], nn.Conv2d(2,3,3,padding=2,padding_mode='replicate')(x)[0,0,0]
F.conv_transpose2d(x, torch.ones(2,1,3,3), stride=2, padding=1, output_padding=1)[0,0,:3], F.conv1d(torch.ones(1,1,5), torch.ones(1,1,3)), F.conv3d(torch.ones(1,1,3,3,3), torch.ones(1,1,2,2,2)), F.conv_transpose1d(torch.ones(1,1,3), torch.ones(1,1,3), stride=2), F.conv_transpose3d(torch.ones(1,1,2,2,2), torch.ones(1,1,2,2,2))
F.conv2d(torch.randn(2,6,6), torch.ones(1,2,3,3)).shape
F.conv2d(x, torch.ones(2,3,3,3))
F.conv2d(torch.randn(1,2,2), torch.ones(2,1,3,3))
F.conv2d(torch.randn(5), torch.ones(2,3,3,3))
nn.Conv2d(3,2,3)(torch.randn(1,1,8,8))
nn.Conv2d(1,2,5)(torch.randn(1,1,3,3))
nn.Conv2d(3,2,3,groups=2)
nn.Conv2d(2,2,3,stride=2,padding='same')
nn.Linear(3,2)(torch.randn(2,4))
nn.Linear(3,2)(torch.randn(4))
nn.Linear(3,2)(torch.ones(2,3).long())
nn.Linear(3,2)("a")
nn.Linear(3)
nn.Linear(3,2)(torch.randn(3), 1)
nn.BatchNorm1d(3)(torch.randn(2,4))
nn.BatchNorm1d(3)(torch.randn(1,3))
nn.BatchNorm2d(3)(torch.randn(2,3))
nn.BatchNorm1d(3)(torch.randn(2,3,4,5))
nn.LayerNorm(3)(torch.randn(2,4))
nn.GroupNorm(2,3)
nn.GroupNorm(2,4)(torch.randn(1,3,2))
nn.InstanceNorm2d(2)(torch.randn(1,2,1,1))
nn.InstanceNorm1d(3)(torch.randn(2,4,5))
nn.Dropout(1.5)
nn.Dropout(0.)(a), nn.Dropout(1.)(a), F.dropout(a, .5, training=False) is a
p,i = F.max_pool2d(x,2,return_indices=True)
F.max_unpool2d(p,i,2)[0,0]
nn.MaxUnpool1d(2)(*F.max_pool1d(torch.randn(1,1,4),2,return_indices=True))
F.avg_pool1d(torch.ones(1,1,4), 2), F.max_pool1d(torch.arange(6.)[None], 2), F.max_pool3d(torch.ones(1,2,2,2), 2), F.adaptive_avg_pool1d(torch.arange(6.)[None], 4), F.adaptive_max_pool1d(torch.arange(6.)[None], 4), F.adaptive_avg_pool3d(torch.ones(1,2,2,2),1)
F.interpolate(x)
F.interpolate(x, size=4, scale_factor=2)
F.interpolate(torch.ones(1,2), size=4)
F.grid_sample(x, torch.zeros(1,2,2,2), align_corners=False), F.affine_grid(torch.eye(2,3)[None], (1,1,2,2), align_corners=False), F.grid_sample(x, F.affine_grid(torch.eye(2,3)[None]*.5, (1,2,3,3), align_corners=True), mode='nearest', padding_mode='border', align_corners=True)[0,0]
F.pad(a,(1,2)), F.pad(a,(1,1,0,1),value=9), F.pad(x[:,:,:2,:2],(1,1,1,1),mode='reflect')[0,0], F.pad(x[:,:,:2,:2],(1,0,0,1),mode='replicate')[0,0], F.pad(x[:,:,:2,:2],(1,1,1,1),mode='circular')[0,0], F.pad(a,(-1,1))
F.pad(a,(1,1,1),value=0)
F.unfold(x,3).shape, F.fold(F.unfold(x,2,stride=2),(6,6),2,stride=2).equal(x), F.fold(torch.ones(1,4,9),(4,4),2)[0]
F.pixel_shuffle(torch.arange(8.).reshape(1,8,1,1),2), F.pixel_unshuffle(torch.arange(4.).reshape(1,1,2,2),2), F.channel_shuffle(torch.arange(4.).reshape(1,4,1,1),2)
F.normalize(a), F.normalize(a,p=1,dim=0), F.cosine_similarity(a,b), F.pairwise_distance(a,b), F.pairwise_distance(a,b,p=1,keepdim=True), F.pdist(a), F.local_response_norm(x,2)[0,0,0], F.layer_norm(a,(4,)), F.group_norm(x,2)[0,0,0], F.instance_norm(x)[0,0,0], F.batch_norm(a,torch.zeros(4),torch.ones(4),training=True), F.glu(a), F.softmin(a,1), F.gumbel_softmax(a,hard=True), F.one_hot(y), F.one_hot(y,5), F.linear(a,b), F.bilinear(a,b,torch.ones(1,4,4)), F.embedding(y,a.new_ones(4,2)), F.hardtanh(a), F.rrelu(a), F.logsigmoid(a), F.celu(a), F.threshold(a,0,-1), F.softshrink(a), F.prelu(a,tensor([.1])), F.alpha_dropout(a,.5,False), F.dropout2d(x,0.)[0,0,0], F.sigmoid(a[0]), F.tanh(a[0])
F.softmax(a)
F.softmax(a,dim=2)
F.gumbel_softmax(a,tau=.5)
F.glu(torch.ones(3))
F.normalize([1.])
F.relu("a")
F.one_hot(tensor([[0,1],[2,1]]))
F.prelu(torch.ones(1,3), torch.ones(2))
F.layer_norm(a,(3,))
F.group_norm(x,3)
F.dropout(a,-1)
F.embedding(a, b)
nn.Upsample(scale_factor=2,mode='bilinear')(x).shape
nn.PixelShuffle(2)(torch.ones(1,3,2,2))
nn.Flatten()(x).shape, nn.Unflatten(1,(1,2))(x).shape, nn.Flatten(0,1)(x).shape
nn.Unflatten(1,(3,2))(x)
nn.CosineSimilarity(dim=0)(a,b), nn.PairwiseDistance(p=1)(a,b)
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
