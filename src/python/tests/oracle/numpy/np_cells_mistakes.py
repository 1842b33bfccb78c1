"""What learners mistype, and short computations: each line is evaluated, and its value, its error and its warnings are printed."""

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
a=np.arange(3); a(0)
np.float64(5)(3)
np.float64(5)()
for i in np.int64(3): pass
for i in range(np.float64(3)): pass
range(np.array([1]))
np.array([1,2,3]).length
np.array([1,2])[0].foo
np.array([1,2]).shape()
np.array([1,2]).shape[5]
np.array([1,2]).T.foo()
type(np.array([1])).__name__,type(np.float64(1)).__name__,np.ndarray.__name__,np.ndarray.__qualname__,np.ndarray.__module__,str(np.ndarray),str(np.int64),np.integer
isinstance(np.array([1]),np.ndarray),issubclass(np.float64,float),type(np.float64(1))==np.float64
np.array([1,2])[np.array([1.])]
np.array([1,2,3])[:,0]
np.array([[1,2],[3,4]])[0,0,0]
np.array([[1,2],[3,4]])[2]
np.array([[1,2],[3,4]])[[2,0]]
np.array([[1,2],[3,4]])[:,[2]]
np.array([1,2,3])[np.array([True,False])]
np.array([1,2,3])['a']=1
np.array([1,2,3])[None]=1
np.array([1,2,3]).reshape(2,2)
np.array([1,2,3]).reshape((3,1)).shape,np.array([1,2,3]).reshape(-1,1).shape,np.arange(8).reshape(2,2,2)[...,1]
np.zeros((3,3))[1:5].shape
np.concatenate([1,2])
np.concatenate((np.array([1,2]),np.array([3])),1)
np.vstack((np.ones((2,3)),np.ones((2,2))))
np.hstack((np.ones(3),np.ones((3,1))))
np.ones(2,3)
np.zeros(2,3)
np.arange([1,2])
np.linspace(0,1)[:3]
np.random.rand((2,3))
np.random.randn(2.5)
np.random.randint(0,10,(2,2)).shape
np.eye((2,2))
np.array(1,2,3)
np.array([1,2],dtype='float').dtype,np.array([1],dtype='double').dtype,np.array([1],dtype=np.float_).dtype
np.array([1,2,3]).mean(axis=0),np.array([[1,2],[3,4]]).mean(axis=1,keepdims=True),np.array([[1,2],[3,4]]).std(axis=0),np.array([1,2,3,4]).var(ddof=1)
np.mean('a')
np.mean(['a','b'])
np.mean(None)
np.mean([1,None])
np.sum(['a','b'])
np.sum([[1,2],[3]])
np.max(['a','b'])
np.max([[1,2],[3,4]],axis=1),np.max([1,2],axis=0)
np.argmax(['a','b'])
np.dot([1,2],[3,4]),np.dot(2,[1,2]),np.dot([[1,2]],[3,4])
np.dot([1,2],[3,4,5])
np.dot(np.ones((3,2)),np.ones((3,2)))
np.matmul(1,2)
np.matmul(np.ones((2,3)),np.ones((4,2)))
np.matmul(np.ones((2,2,3)),np.ones((3,3,2)))
np.ones((2,3)).dot(np.ones((2,3)))
np.linalg.inv(np.zeros((2,2)))
np.linalg.inv(np.ones((2,3)))
np.linalg.det(np.ones((2,3)))
np.linalg.solve(np.eye(2),np.ones(3))
np.linalg.eig(np.ones((2,3)))
np.linalg.norm('a')
np.where(np.array([1,2,3])>1,'yes','no'),np.where([True,False],1,2.5),np.where(np.array([1,2])>1,np.nan,[1,2])
np.where(3)
np.apply_along_axis(lambda r:r/r.sum(),1,np.array([[1.,2],[3,4]]))
np.vectorize(lambda x: 1 if x>0 else 0)(np.array([-1.,2]))
np.array([1.5,2.5,-1.5]).round(),np.round(2.675,2),np.round(np.array([1.005,2.5]),2),np.around(-0.5),np.floor([-1.5,1.5]),np.ceil([-1.5]),np.fix([-1.5,1.5])
np.exp([0,1]),np.log([1,np.e]),np.exp(-np.inf),np.tanh([0.5]),np.sin(np.pi),np.cos([0,np.pi])
1/(1+np.exp(-np.array([-1000.,0,1000])))
np.exp(np.array([1,2,3]))/np.sum(np.exp([1,2,3]))
np.log(np.array([1.,0,-1]))
np.array([1,2,0])/np.array([0,0,0])
np.array([1.,2])/0
np.sqrt(np.array([-1.,4]))
np.power([1,2,3],2),np.power(2,[1,2,3]),np.power([1.,2],-1),np.power(-8,1/3)
np.array([1e200])**2
np.array([1],dtype=np.float16)*1e5
np.square([1,2]),np.cumsum(np.eye(2),axis=0),np.prod([[1,2],[3,4]],axis=0)
np.eye(3)[[0,2,1]],np.eye(3)[np.array([0,2])].argmax(axis=1),np.eye(2,dtype=int)
np.array([[1,2],[3,4]]).sum(0),np.array([[1,2],[3,4]]).sum(-1),np.array([[1,2],[3,4]]).sum((0,1)),np.array([[1,2],[3,4]]).max(0),np.array([[1,2],[3,4]]).min(1),np.array([[1,2],[3,4]]).cumsum(0)
np.array([[1,2],[3,4]]).flatten(),np.array([[1,2],[3,4]]).ravel(),np.array([[1,2],[3,4]]).tolist(),np.array([[1,2],[3,4]]).T.tolist(),np.array([[1,2],[3,4]]).size,np.array([[1,2],[3,4]]).ndim,np.array([[1,2],[3,4]]).dtype
x=np.linspace(-1,1,5); print(x[x>0],x[::-1],x.argmin(),np.abs(x).sum(),(x**2).mean())
x=np.arange(10); print(x[x%2==0],x[2:8:3],x[-3:],x[:-1],np.split(x,2),x.reshape(2,5)[:,::2])
X=np.array([[1.,2],[3,4],[5,6]]); print((X-X.mean(0))/X.std(0),X@X.T,X.T@X,np.cov(X.T),np.corrcoef(X,rowvar=False))
X=np.random.RandomState(0).randn(5,3); w=np.array([1,2,3.]); y=X@w+.5; A=np.c_[X,np.ones(5)]; print(np.linalg.lstsq(A,y,rcond=None)[0],np.linalg.pinv(A)@y)
y=np.array([0,2,1]); oh=np.zeros((3,3)); oh[np.arange(3),y]=1; print(oh, np.eye(3)[y], np.bincount(y))
a=np.array([[3,1,2],[9,7,8]]); print(np.sort(a),np.argsort(a),a.argsort(axis=0),a[:,a[0].argsort()],np.sort(a)[:,::-1])
p=np.array([.7,.2,.1]); print(-np.sum(p*np.log(p)), np.log(p).round(3), np.argmax(p), np.clip(p,.15,.5))
z=np.array([[1.,2,3],[1,2,3]]); e=np.exp(z-z.max(axis=1,keepdims=True)); print(e/e.sum(axis=1,keepdims=True))
img=np.arange(16).reshape(4,4); print(img[1:3,1:3],np.pad(img,1)[0],img.reshape(2,2,2,2).max(axis=(1,3)),img[::-1],np.rot90(img),np.flip(img,1))
idx=np.random.RandomState(0).permutation(6); X=np.arange(12).reshape(6,2); print(X[idx],np.array_split(X[idx],4))
print(np.array([0.1,0.25,3]),np.array([1e-3,5]),np.array([1e6,1.5]),np.array([123456789.5]),np.array([0.00012,123]))
print(np.array([[1,2.5],[1000,3e-5]]))
print(np.array([1,2,3])*1.0,np.array([True])*1,np.array([[1],[2]])+np.array([10,20]))
print(f"{np.array([1.5,2])} {np.mean([1,2]):.1f} {np.float32(2.5)} {np.array(1.5)}", "%s %r" % (np.array([1]), np.array([1])))
print("%d" % np.array([3])[0], "%.2f" % np.float32(3.14159), "{:>8.3f}".format(np.float64(2.5)), "{:05d}".format(np.int64(42)), "{:,}".format(np.int64(1234567)), "{:e}".format(np.float32(12345.678)), "{:.2%}".format(np.float64(.256)))
print("{:.2f}".format(np.array([1.5])))
print("{:.2f}".format(np.array(1.5)))
print(f"{np.array([1.5,2]):.2f}")
print(f"{np.bool_(True)} {np.str_('x')!r} {np.int64(5)!r} {np.float32(.1)!r} {np.nan} {np.inf}")
print(f"{np.float64(1.5)!s:>10}|{np.int64(3):<5}|{np.float32(1)/3:.4g}|{np.float16(2)}")
print(*np.array([1.5,2,3]),sep=', ')
print(np.array([1.5,2]).tolist(),list(np.array([1.5,2])),tuple(np.array([1,2])),set(np.array([1,1,2])),dict(zip('ab',np.array([1,2]))))
print(np.array_equal(np.array([1,2]),[1,2]),np.array([1,2])==[1,2],(np.array([1,2])==[1,2]).all())
print(np.char.lower('ABC'),np.char.multiply('ab',2),np.char.title(['hello world']),np.char.join('-',['abc']),np.char.center('a',5),np.char.isdigit(['1','a']),np.char.count(['aab'],'a'),np.char.equal(['a'],['a']),np.char.startswith(['ab'],'a'))
np.bartlett(3),np.hanning(4),np.kaiser(3,1.)
np.ediff1d([1,3,6]),np.rot90([[1,2]],2),np.fliplr([[1,2]]),np.tril(np.ones((2,2))),np.triu_indices(2),np.diag_indices(2),np.tril_indices(2,-1),np.mask_indices(2,np.triu)
np.nanargmax([np.nan,np.nan])
np.fromstring('1,2',sep=',',dtype=int)
np.product([1,2]),np.sometrue([0,1]),np.alltrue([1]),np.cumproduct([1,2])
np.array([1,2,3],copy=True,subok=True,ndmin=2)
np.require([1,2],requirements='C'),np.ascontiguousarray(3),np.asarray_chkfinite([1])
np.asarray_chkfinite([np.nan])
np.copyto(np.zeros(2),[1,2]),np.putmask(np.zeros(2),[True,False],5),np.place(np.zeros(2),[True,False],[1]),np.fill_diagonal(np.zeros((2,2)),1)
np.compress([1,0],[1,2]),np.extract([True,False],[1,2]),np.trim_zeros([0,1,0]),np.packbits([1,0,1]),np.unpackbits(np.array([5],np.uint8))
np.einsum('bi,ij,bj->b',np.ones((2,3)),np.eye(3),np.ones((2,3)),optimize=True),np.einsum_path('ij,jk',np.ones((2,2)),np.ones((2,2)))[0]
""")
