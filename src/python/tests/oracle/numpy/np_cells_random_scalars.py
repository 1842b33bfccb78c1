"""Random numbers and scalars: each line is evaluated, and its value, its error and its warnings are printed."""

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
np.frombuffer(b'\x00\x00\x08\x03\x00\x00\xea\x60',dtype='>i4')
np.frombuffer(b'\x00\x00\x08\x03',dtype=np.dtype(np.uint32).newbyteorder('>'))
np.frombuffer(b'\x00\x00\x08\x03',dtype=np.dtype('>u4'))[0]
np.frombuffer(b'\x00\x01\x02',dtype=np.uint8,offset=1)
np.dtype('>i4'),np.dtype('>f8').itemsize,np.dtype('>i4').newbyteorder('=')
np.frombuffer(b'abc',dtype='>i4')
np.random.seed(0); print(np.random.rand(3),np.random.randn(3),np.random.randint(10),np.random.randint(0,10,5),np.random.random(2),np.random.random_sample(2))
np.random.seed(1); print(np.random.uniform(-1,1,3),np.random.normal(5,2,3),np.random.choice(5,3),np.random.choice(5,3,replace=False),np.random.choice(['a','b'],4),np.random.choice([1,2,3],4,p=[.1,.2,.7]))
np.random.seed(2); a=np.arange(5); np.random.shuffle(a); print(a,np.random.permutation(5),np.random.permutation([3,1,2]))
np.random.seed(3); a=np.arange(12).reshape(4,3); np.random.shuffle(a); print(a,np.random.permutation(a))
np.random.seed(4); print(np.random.binomial(10,.5,5),np.random.poisson(3,5),np.random.exponential(2,3),np.random.gamma(2,1,3),np.random.beta(2,3,3),np.random.standard_normal(2))
np.random.seed(5); print(np.random.multivariate_normal([0,0],[[1,.5],[.5,1]],3),np.random.dirichlet([1,2,3]),np.random.multinomial(10,[.2,.3,.5]),np.random.geometric(.3,4))
np.random.seed(6); print(np.random.laplace(size=2),np.random.logistic(size=2),np.random.lognormal(size=2),np.random.chisquare(3,2),np.random.standard_t(4,2),np.random.triangular(0,1,2,2),np.random.weibull(2,2),np.random.pareto(3,2),np.random.rayleigh(size=2),np.random.gumbel(size=2),np.random.vonmises(0,1,2),np.random.f(3,4,2),np.random.power(3,2),np.random.wald(1,2,2),np.random.zipf(3,3),np.random.hypergeometric(5,5,3,3),np.random.logseries(.5,3),np.random.negative_binomial(3,.5,3),np.random.noncentral_chisquare(3,1,2),np.random.standard_cauchy(2))
np.random.seed(7); print(np.random.randint(0,255,(2,3),dtype=np.uint8),np.random.randint(5,size=3),np.random.randint(2**40,size=2),np.random.bytes(4),np.random.tomaxint(2))
np.random.randint(5,3)
np.random.randint(0)
np.random.choice(3,5,replace=False)
np.random.choice([1,2],p=[.5,.6])
np.random.choice([1,2],p=[.5])
np.random.choice([])
np.random.normal(0,-1)
np.random.rand(-1)
np.random.rand('a')
np.random.seed(-1)
np.random.seed([1,2]); print(np.random.rand(2))
np.random.seed(0); s=np.random.get_state(); a=np.random.rand(); np.random.set_state(s); print(a==np.random.rand(),s[0],s[2])
r=np.random.default_rng(0); print(r.random(3),r.standard_normal(3),r.integers(10),r.integers(0,10,5),r.integers(1,6,3,endpoint=True),r.uniform(-1,1,2),r.normal(0,2,2))
r=np.random.default_rng(1); print(r.choice(5,3),r.choice(5,3,replace=False),r.choice(['a','b'],3),r.choice(3,4,p=[.1,.2,.7]),r.permutation(5),r.permuted([1,2,3]))
r=np.random.default_rng(2); a=np.arange(5); r.shuffle(a); print(a,r.exponential(1,2),r.poisson(3,3),r.binomial(5,.5,3),r.gamma(2,1,2),r.beta(1,2,2),r.bytes(3))
r=np.random.default_rng(3); a=np.arange(6).reshape(3,2); r.shuffle(a); print(a); r.shuffle(a,axis=1); print(a,r.permutation(a,axis=1),r.choice(a,2,axis=0))
r=np.random.default_rng(4); print(r.standard_normal((2,2),dtype=np.float32),r.random(2,dtype=np.float32),r.integers(0,255,3,dtype=np.uint8),r.multivariate_normal([0,0],[[1,0],[0,1]]),r.dirichlet([1,1]),r.multinomial(5,[.5,.5]),r.triangular(0,1,2),r.laplace(),r.lognormal())
r=np.random.default_rng(5); r
np.random.Generator(np.random.PCG64(5)).random()
np.random.Generator(np.random.MT19937(5)).random(2)
np.random.default_rng([1,2]).random()
np.random.default_rng(np.random.SeedSequence(5)).random()
np.random.default_rng().random() < 1
np.random.default_rng(0).integers(5,3)
np.random.default_rng(0).choice([])
np.random.default_rng(-1)
np.random.default_rng('a')
np.random.foo
np.random.random((2,2)).shape,np.random.randn(2,3).shape,np.random.normal(size=(2,)).shape
type(np.random.rand()),type(np.random.randint(3)),type(np.random.choice([1,2])),type(np.random.normal()),type(np.random.default_rng(0).integers(3))
np.random.ranf(2).shape,np.random.sample(2).shape
np.random.random_integers(1,6,3).shape
np.fft.fft([1,2,3,4]),np.fft.ifft([1,2]),np.fft.fftfreq(4),np.fft.rfft([1,2,3]),np.fft.fftshift([1,2,3]),np.fft.fft2(np.eye(2))
np.add.outer([1,2],[3,4])
for x in np.nditer(np.arange(3)): print(x)
for i,x in np.ndenumerate(np.array([5,6])): print(i,x)
np.__version__
np.version.version
np.array([1,2,3]).__class__,type(np.array(1)),np.ndarray
class A(np.ndarray): pass
np.ndarray((2,),dtype=int,buffer=np.array([1,2]))
np.array([1,2]).__len__(),np.array([1,2]).__contains__(1)
np.array([[1,2],[3,4]]).T.flags['C_CONTIGUOUS']
np.array([[3,1],[2,4]]).sort(axis=0)
np.array([1.5,2.5]).astype(int).tolist(),np.array([1,2]).astype('float32').tolist()
sum(np.array([1,2])),max(np.array([1,5])),min(np.array([[1,2]])[0]),sorted(np.array([3,1])),list(reversed(np.array([1,2])))
sum(np.array([[1,2],[3,4]]))
max(np.array([[1,2],[3,4]]))
list(zip(np.array([1,2]),['a','b'])),list(map(int,np.array([1.,2.]))),list(enumerate(np.array([5.])))
import json; json.dumps(np.int64(1))
import json; json.dumps(np.float64(1)),json.dumps({'a':np.array([1]).tolist()})
import json; json.dumps(np.array([1]))
import math; math.sqrt(np.float64(4)),math.floor(np.float32(2.5)),math.isnan(np.nan),math.exp(np.array(1.))
import math; math.sqrt(np.array([1,2]))
range(np.int64(3)),[0,1,2][np.int64(1)],[1]*np.int64(2),'a'*np.int32(2)
[1,2]*np.array([1,2]),[1,2]+np.array([1,2])
np.array([1,2])+[1]
(1,2)+np.array([3,4])
'a'+np.array(['b'])
np.array([1,2])+'a'
np.array(['a'])+1
np.array([1,2])*'a'
np.array([1,2])<'a'
np.array([1,2])+None
np.array([None])+1
np.array([1,2])**0.5,np.array([4,9])**.5,2**np.array([1,2]),np.array([2.])**np.array([3])
np.array([1,2])%2==0
-np.array([1,2],dtype=np.uint8)
np.array([1,2])//0.
0.1+0.2==np.float64(0.3)
np.array([1,2]) is np.array([1,2])
a=np.arange(3); b=a; b+=1; print(a); b=b+1; print(a)
a=np.arange(4); a[::2]+=10; print(a)
a=np.arange(6).reshape(2,3); a[:,1]=[7,8]; a[0]+=a[1]; print(a); a[:]=0; print(a)
a=np.zeros((2,3)); a[:]=[1,2,3]; a[:,0]=9; a[1,...]=5; print(a); a[:]=[1,2]
a=np.arange(3.); a[1]=None; print(a)
a=np.arange(3); a[1]=np.nan
a=np.arange(3); a[[0,1]]=[5]; a[a==5]=[1,2]; print(a)
a=np.arange(3); a[a>0]=[1,2,3]
a=np.array(['a','b']); a[0]='xyz'; print(a)
a=np.array([1,2,3]); del a[0]
a=np.array([1,2,3]); a.append(4)
a=np.array([1,2,3]); a()
np.array([1,2,3])[()],np.array(5)[()],np.array([1,2,3])[...,0]
np.array(5)[0]
np.float64(5)[0]
len(np.float64(5))
np.float64(5).shape,np.float64(5).ndim,np.float64(5).dtype,np.float64(5).item(),np.float64(5).sum(),np.float64(5).T,np.int64(3).astype(float),np.float32(3).reshape(1),np.float64(2.7).round(),np.int64(5).bit_length
np.float64('nan')==np.nan,np.nan in [np.nan],np.float64(1).is_integer(),np.float64(0.5).as_integer_ratio(),np.float64.fromhex('0x1p1'),np.float64(3).hex()
np.int64('7'),np.float32('1.5'),np.int64(2.9),np.bool_('False'),np.float64(None)
np.int64('a')
np.int32([1,2]),np.float32([[1]]),np.bool_([0,1])
np.int64(10)&3,np.int64(10)|1,np.int64(10)^2,np.int64(10)<<1,~np.int64(10),np.int64(7)//2.,np.int64(7)%3
np.float64(1)+'a'
np.float64(1)==None,np.int64(1)=='1',np.int64(1)==1.,hash(np.int64(1))==hash(1),{np.int64(1):2}[1]
np.int64(1).dtype==int,np.float64 is np.double,np.issubdtype(np.int64,np.signedinteger),np.int64.__mro__
np.float32(3.7)//1,np.float32(7)%4,divmod(np.float32(7),2),np.float32(2)**3,-np.float32(1),abs(np.float32(-1)),+np.float32(1)
np.float32(5)>3,np.float32(5)==5,type(np.float32(5)>3),bool(np.float32(0)),int(np.float32(2.5)),float(np.float32(.1)),complex(np.float32(1)),str(np.float32(.1)),round(np.float32(1.5)),type(round(np.float64(1.5))),type(round(np.float64(1.55),1))
np.array([1,2,3],dtype=np.float32).mean().dtype,np.float32(1).mean(),np.array([1,2]).mean().dtype,type(np.array([1,2]).sum()),type(np.array([1,2])[0]),type(np.array([1.5])[0]),type(np.array(['a'])[0]),type(np.array([None])[0]),type(np.array([True])[0])
""")
