"""Creation, casting and arithmetic: each line is evaluated, and its value, its error and its warnings are printed."""

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
np.array([1,2.5,True])
np.array([[1,2],[3]])
np.array([[1,2],[3]],dtype=object)
np.array(['a','bcd'])
np.array([1,'a',2.5])
np.array([b'a',b'xyz'])
np.array([None,1])
np.array([1,None],dtype=float)
np.array(['1','x'],dtype=float)
np.array(['1.5','2'],dtype=float)
np.array(['1','2']).astype(int)
np.array(['1.5','2']).astype(int)
np.array([1.7,-1.7]).astype(int)
np.array([np.nan,np.inf]).astype(int)
np.array([300,-1]).astype(np.uint8)
np.array([300],dtype=np.uint8)
np.array([-1],dtype=np.uint8)
np.uint8(300)
np.uint8(-1)
np.int8(200)
np.array([2**63])
np.array([2**64])
np.array([2**63-1,2**63])
np.array([-1,2**63])
np.array(5)
np.array([])
np.array([[]])
np.array(())
np.array({1,2})
np.array({'a':1})
np.array(range(5))
np.array([1,2],ndmin=3)
np.array([1+2j,3])
np.array([True,False])+np.array([True,True])
np.array([True,False])-np.array([True,True])
-np.array([True])
np.array([1,2],dtype='int32')+np.array([1,2],dtype='uint32')
np.array([1,2],dtype='int64')+np.array([1,2],dtype='uint64')
np.array([1],dtype='uint8')+np.array([255],dtype='uint8')
np.array([1],dtype='uint8')+255
np.array([1],dtype='uint8')+256
np.array([1],dtype='uint8')+1.5
np.array([1],dtype='float32')+1.5
np.array([1],dtype='float32')+np.float64(1.5)
np.array([1],dtype='float32')+np.array([1.5])
np.array([1],dtype='float16')+np.float32(1.5)
np.array([1],dtype='float16')*70000
np.array([1],dtype='int8')*200
np.array([1],dtype='int8')+np.int64(3)
np.array([1],dtype='int8')+np.int64(300)
a=np.array([1,2,3]); a+=1.5
a=np.array([1,2,3]); a/=2
a=np.array([1,2,3]); a//=2; print(a)
a=np.array([1,2,3]); a*=2.0
a=np.array([1,2,3],dtype=np.uint8); a+=np.array([1,2,3])
a=np.array([1,2,3],dtype=np.float32); a+=np.array([1,2,3.5]); print(a,a.dtype)
a=np.array([1,2,3]); a[0]=2.9; print(a)
a=np.array([1,2,3]); a[0]='x'
a=np.array([1,2,3]); a[0]='7'; print(a)
a=np.array([1,2,3]); a[0]=[1,2]
a=np.array([1,2,3]); a[0:2]=[1,2,3]
a=np.array([1,2,3]); a[5]
a=np.array([1,2,3]); a[1.0]
a=np.array([1,2,3]); a['x']
a=np.array([1,2,3]); a[1,2]
a=np.array([1,2,3]); a[[0,7]]
a=np.array([1,2,3]); a[[True,False]]
a=np.zeros((3,4)); a[3,0]
a=np.zeros((3,4)); a[0,-5]
a=np.zeros((3,4)); a[:,[0,1],[2]].shape
a=np.zeros((3,4)); a[[0,1,2],[0,1]]
a=np.zeros((3,4)); a[np.ones((3,3),bool)]
a=np.zeros((3,4)); a[...,None].shape
a=np.zeros((3,4)); a[...,...]
a=np.zeros((3,4)); a[None,:,np.newaxis].shape
a=np.zeros((3,4,5)); a[0,:,[0,1]].shape
a=np.zeros((3,4,5)); a[:,0,[0,1]].shape
a=np.zeros((3,4,5)); a[[0],...,[1]].shape
a=np.zeros((3,4,5)); a[[[0,1],[1,2]],:,0].shape
np.zeros(-1)
np.zeros((2,-1))
np.zeros('a')
np.zeros(2.5)
np.zeros((2,3),dtype='foo')
np.zeros((2,3),int)
np.ones(3,dtype='?')
np.full((2,2),7)
np.full((2,2),7.5,dtype=int)
np.full(3,'ab')
np.full((2,3),[1,2,3])
np.arange(5.)
np.arange(0,1,0.1)
np.arange(1,2,0.3,dtype=np.float32)
np.arange(10,0,-3)
np.arange(0)
np.arange(3,dtype='uint8')
np.arange(1,10,0)
np.linspace(0,1,5)
np.linspace(0,10,4,endpoint=False)
np.linspace(0,1,3,retstep=True)
np.linspace(0,10,5,dtype=int)
np.linspace(1,2,1)
np.linspace(0,1,0)
np.linspace(0,1,-1)
np.linspace([0,1],[1,3],3)
np.logspace(0,3,4)
np.geomspace(1,1000,4)
np.geomspace(0,10,3)
np.eye(3,k=1)
np.eye(2,3,dtype=int)
np.identity(2)
np.tri(3)
np.vander([1,2,3])
np.diag([1,2])
np.diag(np.arange(9).reshape(3,3),k=-1)
np.empty((0,3))
np.fromfunction(lambda i,j:i+j,(2,3))
np.fromfunction(lambda i,j:i==j,(2,2),dtype=int)
np.fromiter((x*x for x in range(4)),dtype=int)
np.fromstring('1 2 3',sep=' ')
np.frombuffer(b'\x01\x02',dtype=np.uint8)
np.meshgrid([1,2,3],[4,5])
np.meshgrid([1,2,3],[4,5],indexing='ij')
np.mgrid[0:2,0:3]
np.mgrid[0:1:3j]
np.ogrid[0:2,0:3]
np.r_[1:4,0,5]
np.r_['0,2',[1,2],[3,4]]
np.c_[[1,2],[3,4]]
np.indices((2,2))
np.asarray([1,2],dtype=float)
np.copy([1,2])
np.array([1,2],copy=False)
np.asfortranarray([[1,2],[3,4]]).flags
np.zeros((2,3)).strides
np.zeros((2,3),order='F').strides
np.array([1,2,3]).itemsize
np.array([1,2,3]).nbytes
np.array(3).item()
np.array([1,2]).item()
np.array([1,2]).item(1)
float(np.array([1.5]))
int(np.array([1,2]))
float(np.array([1,2]))
bool(np.array([1,2]))
bool(np.array([]))
if np.array([1,2])>1: pass
len(np.array(3))
iter(np.array(3))
[x for x in np.array([1,2])]
np.array([1,2]).tolist()
np.array([[1.5]]).tolist()
np.array([1,2]).tobytes()
hash(np.array([1]))
np.array([1,2])=='a'
np.array(['a','b'])=='a'
np.array([1,2])!=None
np.array([1,2]) in [1]
2 in np.array([1,2])
np.array([1,2])@np.array([3,4])
np.array([1,2])@np.array([3,4,5])
np.ones((2,3))@np.ones((2,3))
np.ones((2,3))@2
np.dot(np.ones((2,3)),np.ones((2,3)))
np.ones((2,3))+np.ones((3,2))
np.ones((2,3))*np.ones(2)
np.ones((2,3)).reshape(4)
np.ones((2,3)).reshape(-1,4)
np.ones((2,3)).reshape(-1,-1)
np.ones((2,3)).reshape(3,-1).shape
np.concatenate([np.ones((2,3)),np.ones((2,2))])
np.concatenate([np.ones((2,3)),np.ones(3)])
np.concatenate([])
np.concatenate([[1],[2.5]])
np.concatenate([[1],['a']])
np.stack([np.ones(2),np.ones(3)])
np.hstack([np.ones((2,3)),np.ones((3,3))])
np.vstack([[1,2],[3,4]])
np.vstack([1,2])
np.column_stack([[1,2],[3,4]])
np.split(np.arange(7),3)
np.array_split(np.arange(7),3)
np.split(np.arange(6),[2,4])
np.squeeze(np.ones((2,1)),axis=0)
np.ones((2,3)).sum(axis=2)
np.ones((2,3)).transpose(0)
np.ones((2,3)).swapaxes(0,3)
np.expand_dims(np.ones(3),2)
np.argmax([])
np.max([])
np.min(np.array([]),initial=3)
np.mean([])
np.sum([])
np.std([1])
np.std([1],ddof=1)
np.var([])
np.median([])
np.int64(5)/0
np.int64(5)//0
np.int64(5)%0
np.float64(5)/0
np.float64(0)/0
np.array([1,0])/0
np.array([1,0])//0
np.array([1,0])%0
np.array([5])**-1
np.array([5.])**-1
np.int64(2)**-1
np.int64(2)**63
np.int64(2**62)*4
np.int32(2**31-1)+np.int32(1)
np.uint8(200)+np.uint8(100)
np.uint8(5)-np.uint8(10)
np.array([200],dtype=np.uint8)+np.uint8(100)
np.sqrt(-1)
np.log(0)
np.log([-1,0,1])
np.exp(1000)
np.arcsin(2)
np.float32(1)/3
np.float16(1)/3
np.float32(1e38)*10
np.float32(16777216)+1
np.float32(0.1)+0.2
np.float32(0.1)+np.float64(0.2)
np.float32(0.1)==0.1
1/np.float32(3)
np.int32(7)/2
np.int32(7)//2
type(np.int32(7)*2.0)
type(np.int8(7)*2)
type(2**np.int8(7))
type(np.float32(2)*2)
type(np.float32(2)*np.int64(2))
type(np.float16(2)*np.int8(2))
type(True+np.int8(2))
isinstance(np.float64(1),float)
isinstance(np.int64(1),int)
isinstance(np.float32(1),np.floating)
isinstance(np.bool_(True),bool)
np.bool_(True)+np.bool_(True)
np.bool_(True)-np.bool_(True)
~np.bool_(True)
not np.bool_(False)
np.True_ is np.bool_(1)
round(np.float64(2.567),1)
round(np.float32(2.567),1)
round(np.float64(2.5))
round(np.int64(25),-1)
int(np.float64(2.9))
'%d %s %.2f' % (np.int64(3),np.float64(2),np.float32(1))
f"{np.float64(3.14159):.2f} {np.int64(42):5d} {np.float32(0.1)}"
f"{np.float32(0.1):.3f}"
str(np.float32(0.1))
repr(np.float32(0.1))
np.float64(1e22)
np.float64(1e16)
np.float64(123456789.123)
np.float32(123456789.123)
np.float32(1e-5)
np.float64(0.0001)
np.float64(0.00001)
np.float16(65504)
np.complex128(1+2j)
np.str_('abc')
divmod(np.int64(7),-2)
divmod(np.array([7,-7]),2)
np.mod(-7,3)
np.fmod(-7,3)
np.array([7,-7])//2
np.array([7.5,-7.5])//2
np.array([7.5,-7.5])%2
abs(np.int8(-128))
abs(np.array([-128],dtype=np.int8))
np.abs(-3+4j)
np.sign([-2.5,0,3])
np.floor(-1.5)
np.round([0.5,1.5,2.5])
np.round(1234.567,-2)
np.around([1.25,1.35],1)
np.rint([0.5,1.5])
np.trunc([-1.7,1.7])
np.ceil([1])
""")
