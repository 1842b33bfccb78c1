"""Computations on views, texts and objects: each line is evaluated, and its value, its error and its warnings are printed."""

import io
import warnings

import numpy as np


def show(lines):
    for line in lines.strip().split("\n"):
        print(">", line)
        names = {"np": np, "io": io}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                try:
                    code = compile(line, "line", "eval")
                except SyntaxError:
                    exec(line, names)
                else:
                    value = eval(code, names)
                    if value is not None:
                        print(repr(value))
            except Exception as error:
                print(f"{type(error).__name__}: {error}")
        for each in caught:
            print(f"{each.category.__name__}: {each.message}")


show(r"""
for i in np.int64(3): pass
[c for c in np.str_('ab')],list(np.bytes_(b'ab'))
np.where(3)
np.array([1e200])**2
np.square([1e200]),np.square(3),np.square(np.array([2],np.uint8)),np.array([300],np.int16)**2,np.array([1.5],np.float16)**2
np.random.seed(0); x=np.random.randn(1000); print(x.mean(),x.std(),np.percentile(x,[5,50,95]),np.histogram(x,bins=5),x.argmax(),np.sort(x)[:3])
x=np.random.RandomState(1).rand(100000); print(repr(x.sum()),repr(x.mean()),repr(x.std()),repr(np.cumsum(x)[-1]),repr(x.dot(x)),repr(np.add.reduce(x)))
x=np.random.RandomState(2).randn(50,40); print(repr(x.sum(axis=0)[:4]),repr(x.sum(axis=1)[:4]),repr(x.T.sum(axis=0)[:4]),repr((x*2).var(axis=1)[:4]))
x=np.random.RandomState(2).randn(20,30,10); print(repr(x.sum(axis=1)[0,:3]),repr(x.sum(axis=(0,2))[:3]),repr(x.mean(axis=(1,2))[:3]),repr(x.sum()))
x=np.random.RandomState(3).randint(-5,5,(4,5)); print(x,x//2,x%3,x<<1,x>>1,x&3,np.abs(x),np.sign(x),x.cumsum(0),x.cumprod(1),x.ptp(1),np.unique(x,return_counts=True))
x=np.array([[1,2,3],[4,5,6]]); print(x.shape,x.ndim,x.size,x.dtype,x.itemsize,x.nbytes,x.strides,x.T.shape,x.data.shape)
x=np.arange(24).reshape(2,3,4); print(x[0],x[:,0],x[...,0],x[1,2,3],x[:,:,::2],x[0,[0,2]],x[[0,1],[0,1]],x[:,[0,1],[1,2]],x[...,[True,False,True,False]])
x=np.arange(24).reshape(2,3,4); print(x.transpose(2,0,1).shape,x.swapaxes(0,2).shape,np.moveaxis(x,0,-1).shape,x.transpose().strides,x.reshape(4,-1)[1],x.reshape(-1)[5:7],x.sum(axis=(0,2)),x.max(axis=1),x.argmax(axis=2))
a=np.array([1,2,3]); b=np.array([[10],[20]]); print(a+b,a*b,a-b,(a<b).all(),np.maximum(a,b),np.add.outer(a,a),a[:,None]*a,a[None].shape)
a=np.array([5,3,8]); print(a.argsort(),a[a.argsort()[::-1]],np.argsort(-a),np.sort(a)[::-1],a.argmax(),np.where(a>4,a,0),np.nonzero(a>4),(a>4).sum(),a[a>4].mean(),np.any(a>7),np.all(a>2))
a=np.array([1.,2,3]); print(a/a.sum(),np.dot(a,a),a@a,np.linalg.norm(a),np.cross(a,[1,0,0]),np.outer(a,a).trace(),a.cumsum()/np.arange(1,4),np.diff(a),np.exp(-a),np.log1p(a))
a=np.arange(10); a[3:6]=-1; a[-1]=100; a[a<0]=0; print(a); b=a[2:5]; b[0]=77; print(a,b.base is a,np.shares_memory(a,b),np.may_share_memory(a,b.copy()))
s=np.array(['apple','fig','kiwi']); print(s,s.dtype,s=='fig',np.char.str_len(s),s[s!='fig'],np.sort(s),np.argsort(s),s.astype('U3'),[len(x) for x in s],s.tolist(),'fig' in s)
o=np.array([1,'a',None,2.5],dtype=object); print(o,o[1],o.dtype,o[[0,3]].sum(),o==None,o.tolist())
o=np.array([{'a':1},[1,2]],dtype=object); print(o,o[0]['a'],o.shape)
e=np.empty(3,dtype=object); e[:]=[[1],[2,3],None]; print(e,repr(e))
np.array([np.array([1,2]),np.array([3])],dtype=object)
np.array([[1,2],[3,4]],dtype=object).sum(),np.array([1,2],dtype=object)*2,np.array(['a','b'],dtype=object)+'x'
np.array([1,2,3])[::-1].copy().flags['C_CONTIGUOUS'],np.arange(4)[::2].flags.c_contiguous
x=np.linspace(0,2*np.pi,5); print(np.sin(x).round(3),np.cos(x).round(3)+0,np.tan(np.pi/4),np.arctan([1.]),np.degrees(np.pi),np.radians(180))
a=np.ones((2,2)); a*=[[1,2],[3,4]]; a-=1; a/=2; a**=2; print(a); a//=1; a%=2; print(a); b=np.array([1,2]); b<<=1; b|=1; b&=6; b^=1; print(b)
a=np.ones(3,dtype=int); a+=True; a-=1; print(a); a*=2.5
np.ones(3)[np.newaxis,:,np.newaxis].shape,np.expand_dims(np.ones(3),(0,2)).shape,np.squeeze(np.ones((1,3,1))).shape,np.atleast_2d(np.ones(3)).T.shape
np.meshgrid(np.arange(2),np.arange(3),sparse=True),[m.shape for m in np.meshgrid([1,2],[1,2,3],[1])]
xx,yy=np.meshgrid(np.linspace(0,1,3),np.linspace(0,1,2)); print(np.c_[xx.ravel(),yy.ravel()],np.stack([xx,yy],-1).shape,np.dstack((xx,yy)).shape)
with np.errstate(divide='ignore'): print(np.array([1.])/0)
with np.errstate(all='raise'): np.array([1.])/0
np.seterr(all='ignore'); print(np.log(-1.),np.array([0.])/0); np.seterr(all='warn',under='ignore')
np.geterr()
np.seterr(all='bad')
np.float32(3.4e38)*np.float32(10)
np.array([3.4e38],np.float32)*10
np.int64(9223372036854775807)+1
np.array([9223372036854775807])+1
np.array([127],np.int8)+np.int8(1)
np.array([1,2],np.int8).sum().dtype,np.array([200,100],np.uint8).sum(),np.array([200,100],np.uint8).mean(),np.array([200],np.uint8)+np.array([100],np.uint8),np.array([2],np.uint8)-np.array([3],np.uint8),np.array([2],np.uint8)-3
np.bitwise_count
np.concat
np.astype
np.array([1,2]).mT
np.trapezoid
np.isdtype
np.unique_counts
np.cumulative_sum
np.vecdot
np.matrix_transpose
np.permute_dims
np.pow
np.acos
np.bool
np.exceptions
np.strings
np.linalg.vector_norm
np.linalg.matrix_norm
""")
