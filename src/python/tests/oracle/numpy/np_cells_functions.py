"""Functions of the main namespace, linear algebra, files, assertions: each line is evaluated, and its value, its error and its warnings are printed."""

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
np.add(1,2,dtype=np.float32)
np.add([1,2],[3,4],out=np.zeros(2))
np.add([1,2],[3,4],out=np.zeros(2,int))
np.add([1.5,2],[3,4],out=np.zeros(2,int))
np.add([1,2],[3,4],out=np.zeros(3))
np.add([1,2],[3,4],where=[True,False],out=np.zeros(2,int))
np.add([1,2],[3,4],1,2)
np.add(1)
np.add(1,2,foo=3)
np.add('a',1)
np.add(['a'],['b'])
np.add(None,1)
np.sqrt('a')
np.sqrt(None)
np.sin(np.array([None]))
np.add.reduce([1,2,3]),np.add.accumulate([1,2,3]),np.multiply.outer([1,2],[3,4]),np.add.reduceat([1,2,3,4],[0,2])
np.add.reduce(np.ones((2,3)),axis=(0,1)),np.add.reduce(np.ones((2,3)),axis=0,keepdims=True)
np.maximum.reduce([3,1,2]),np.maximum.accumulate([1,3,2]),np.minimum.reduce([[1,2],[0,3]],axis=1)
np.add.reduce([]),np.multiply.reduce([])
np.maximum.reduce([])
np.subtract.reduce([1,2,3]),np.divide.reduce([8.,2,2])
np.logical_and.reduce([True,False]),np.logical_or.accumulate([0,1,0])
np.add
np.exp
np.sum([[1,2],[3,4]],axis=0),np.sum([[1,2],[3,4]],axis=1,keepdims=True),np.sum([True,True]),np.sum([1,2],dtype=float),np.sum([1,2],initial=10),np.sum([1,2,3],where=[True,False,True])
np.sum(np.ones(3,np.uint8)).dtype,np.sum(np.ones(3,np.float16)).dtype,np.cumsum(np.ones(3,np.int8)).dtype,np.mean(np.ones(3,np.float32)).dtype,np.mean(np.ones(3,int)).dtype
np.prod([1,2,3]),np.cumprod([1,2,3]),np.cumsum([[1,2],[3,4]]),np.cumsum([[1,2],[3,4]],axis=1),np.diff([1,4,9]),np.diff([1,4,9],n=2),np.diff([[1,2],[4,8]],axis=0)
np.mean([[1,2],[3,4]],axis=0),np.std([1,2,3,4]),np.var([1,2,3,4],ddof=1),np.median([3,1,2]),np.median([[1,2],[3,4]],axis=1),np.average([1,2,3],weights=[3,2,1]),np.ptp([1,5])
np.average([1,2],weights=[0,0])
np.average([1,2],weights=[1])
np.average([[1,2],[3,4]],axis=0,weights=[1,3],returned=True)
np.nansum([1,np.nan]),np.nanmean([1,np.nan,3]),np.nanmax([1,np.nan]),np.nanstd([1,np.nan,3]),np.nanargmax([np.nan,2,1]),np.nanmedian([1,np.nan,3]),np.nanpercentile([1,np.nan,3],50)
np.nanmean([np.nan])
np.nanmax([np.nan,np.nan])
np.nanargmin([np.nan])
np.max([1,np.nan]),np.fmax(1,np.nan),np.maximum([1,5],[3,2]),np.argmax([1,np.nan,3])
np.percentile([1,2,3,4],50),np.percentile([1,2,3,4],[25,75]),np.quantile([1,2,3,4],0.3),np.percentile([[1,2],[3,4]],50,axis=0)
[np.quantile([1,3,4,9,11],0.37,method=m) for m in ['inverted_cdf','averaged_inverted_cdf','closest_observation','interpolated_inverted_cdf','hazen','weibull','linear','median_unbiased','normal_unbiased','lower','higher','midpoint','nearest']]
np.percentile([1,2],101)
np.quantile([1,2],0.5,method='x')
np.quantile([1,2,3],0.5,interpolation='lower')
np.histogram([1,2,1,3,5],bins=4),np.histogram([1,2,1],bins=[0,1,2,3]),np.histogram([1,2,3],bins=2,density=True),np.histogram([1,2,3],bins=3,range=(0,6)),np.histogram([1,2],weights=[2,3],bins=2)
np.histogram(np.arange(100),bins='auto'),np.histogram_bin_edges(np.arange(50),'fd'),np.histogram_bin_edges(np.arange(50),'sturges')
np.histogram([1,2],bins=0)
np.histogram([1,2],bins=[3,1])
np.histogram([1,np.nan])
np.histogram2d([1,2,2],[1,1,3],bins=2)
np.histogramdd(np.array([[1,2],[3,4]]),bins=2)[0]
np.digitize([0.5,1.5,2.5],[1,2]),np.digitize([1,2],[1,2],right=True),np.bincount([0,1,1,3]),np.bincount([0,1],weights=[.5,2]),np.bincount([1],minlength=4)
np.bincount([-1])
np.bincount([1.5])
np.digitize([1],[3,1,2])
np.sort([3,1,2]),np.sort([[3,1],[2,4]],axis=0),np.sort([[3,1],[2,4]],axis=None),np.sort(['b','a']),np.sort([3,np.nan,1]),np.sort([True,False]),np.sort([2+1j,1])
np.argsort([3,1,2]),np.argsort([[3,1],[2,4]],axis=1),np.argsort([1,1,0],kind='stable'),-np.sort([-3,-1]),np.argsort([3,1,2])[::-1]
np.sort([1,2],kind='foo')
np.sort([1,2],axis=1)
np.lexsort(([1,2,1],[3,3,1])),np.partition([3,1,2,5],2)[2],np.argpartition([3,1,2],1)[1],np.searchsorted([1,2,3],2),np.searchsorted([1,2,3],[0,2,9],side='right'),np.searchsorted([1,2],1.5)
a=np.array([3,1,2]); a.sort(); print(a)
np.any([0,1]),np.all([[1,0],[1,1]],axis=1),np.any([]),np.all([]),np.count_nonzero([1,0,2]),np.count_nonzero([[1,0],[1,1]],axis=0)
np.allclose([1,2],[1,2+1e-9]),np.isclose([1,np.nan],[1,np.nan]),np.isclose([np.nan],[np.nan],equal_nan=True),np.array_equal([1,2],[1,2]),np.array_equiv([1,1],[[1,1],[1,1]])
np.einsum('ij,jk->ik',[[1,2],[3,4]],[[1,0],[0,1]]),np.einsum('ii',[[1,2],[3,4]]),np.einsum('i,i',[1,2],[3,4]),np.einsum('ij->ji',[[1,2],[3,4]]),np.einsum('i,j->ij',[1,2],[3,4]),np.einsum('...ij,...jk',np.ones((2,2,3)),np.ones((2,3,2))),np.einsum('ij->',np.ones((2,2))),np.einsum('bij,bj->bi',np.ones((2,2,3)),np.ones((2,3)))
np.einsum('ij,jk',np.ones((2,3)),np.ones((2,3)))
np.einsum('ij',np.ones(3))
np.einsum('i->ij',[1,2])
np.einsum([[1,2],[3,4]],[0,1],[1,0])
np.cross([1,2],[3,4]),np.cross([[1,0,0]],[[0,0,1]])
np.linalg.inv([[1,2],[2,4]])
np.linalg.inv([[1,2,3],[4,5,6]])
np.linalg.inv([1,2])
np.linalg.det([[1,2],[3,4]]),np.linalg.slogdet([[1,2],[3,4]]),np.linalg.matrix_power([[1,1],[1,0]],5),np.linalg.matrix_rank(np.eye(3)),np.linalg.norm([3,4]),np.linalg.norm([[1,2],[3,4]],axis=1),np.linalg.norm([[1,2],[3,4]],'fro'),np.linalg.norm([1,-2],1),np.linalg.norm([1,-2],np.inf),np.linalg.norm([[1,2],[3,4]],2),np.linalg.cond([[1,2],[3,4]])
np.linalg.solve([[1,2],[3,5]],[1,2]),np.linalg.solve([[2,0],[0,4]],[[2],[4]]),np.linalg.pinv([[1,2],[3,4],[5,6]])
np.linalg.solve([[1,2],[2,4]],[1,2])
np.linalg.solve([[1,2],[3,4]],[1,2,3])
np.linalg.eigh([[2,1],[1,2]]),np.linalg.eigvalsh([[2,1],[1,2]])
np.linalg.eigvals([[0,1],[-1,0]])
np.linalg.eig([[2,0],[0,3]])
np.linalg.cholesky([[4,2],[2,3]])
np.linalg.cholesky([[1,2],[2,1]])
[np.round(np.abs(x),6) for x in np.linalg.qr([[1,2],[3,4]])]
[np.round(np.abs(x),6) for x in np.linalg.svd([[1,2],[3,4],[5,6]],full_matrices=False)]
np.linalg.lstsq([[1,1],[1,2],[1,3]],[1,2,2],rcond=None)
np.linalg.multi_dot([np.ones((2,3)),np.ones((3,4)),np.ones((4,2))])
np.linalg.norm(np.ones((2,2,2)),axis=(0,1))
np.linalg.norm([1,2],'foo')
np.linalg.LinAlgError
np.linalg.tensorinv(np.eye(4).reshape(2,2,2,2)).shape,np.linalg.tensorsolve(np.eye(4).reshape(2,2,2,2),np.ones((2,2)))
np.polyfit([0,1,2],[1,3,7],2),np.polyval([1,2,3],2),np.roots([1,-3,2]),np.poly1d([1,2,3]),np.polyder([1,2,3]),np.polyint([2,2]),np.polymul([1,1],[1,-1]),np.polyadd([1],[1,2]),np.poly([1,2])
print(np.poly1d([1,-2,3]))
p=np.poly1d([1,2]); print(p(3),p.r,p.coeffs,p*p,p.order)
np.polyfit([0,1],[1,2],1,full=True)
np.polyfit([0,1,2,3],[1,2.1,2.9,4.2],1,cov=True)
np.interp([1.5,0,5],[1,2,3],[10,20,30]),np.interp(1.5,[1,2],[0,1]),np.interp([0],[1,2],[3,4],left=-1)
np.gradient([1,4,9,16]),np.gradient([[1,2],[3,5]]),np.gradient([1.,4,9],2),np.gradient([1.,4,9],[0,1,3])
np.convolve([1,2,3],[0,1,.5]),np.convolve([1,2,3],[1,1],'same'),np.convolve([1,2,3],[1,1],'valid'),np.correlate([1,2,3],[0,1,.5]),np.correlate([1,2,3],[0,1,.5],'full')
np.convolve([],[1])
np.trapz([1,2,3]),np.trapz([1,2,3],dx=.5),np.trapz([1,2,3],[0,1,3]),np.cov([1,2,3],[3,2,1]),np.corrcoef([1,2,3],[1,2,4]),np.cov([[1,2],[3,5]],rowvar=False)
np.unwrap([0,6]),np.angle(1j),np.real([1+2j]),np.conj(1+2j),np.deg2rad(180),np.rad2deg(np.pi),np.hypot(3,4),np.arctan2(1,1),np.cbrt(27),np.log1p(0),np.expm1(0),np.log2(8),np.log10(100),np.exp2(3),np.sinc(0.5),np.heaviside([-1,0,1],.5),np.gcd(12,18),np.lcm(4,6),np.square(3),np.reciprocal(2.),np.positive(3),np.copysign(1,-0.),np.nextafter(0,1),np.spacing(1.),np.frexp(8),np.ldexp(.5,4),np.modf(1.5),np.signbit(-1),np.float_power(2,3),np.floor_divide(7,2),np.remainder(7,-2),np.logaddexp(1,2),np.logaddexp2(1,2)
np.bitwise_and(6,3),np.bitwise_or(6,3),np.bitwise_xor(6,3),np.invert(5),np.left_shift(1,3),np.right_shift(8,2),np.array([1,2])<<1,~np.array([1,2]),np.logical_xor(True,False),np.logical_not([0,1])
np.bitwise_and(1.5,2)
np.array([1.5])&1
np.array([1.5])<<1
np.isnan([1,np.nan]),np.isinf(np.inf),np.isfinite([1,np.nan]),np.isnan('a')
np.isnan(None)
np.nan_to_num([np.nan,np.inf,-np.inf]),np.nan_to_num([np.nan],nan=5)
np.real_if_close([1+1e-20j]),np.isreal([1,1j]),np.iscomplexobj([1j]),np.isscalar(3),np.isscalar(np.float64(1)),np.isscalar(np.array(1))
np.vectorize(lambda x:x+1)([1,2]),np.apply_along_axis(sum,0,np.ones((2,2))),np.apply_over_axes(np.sum,np.ones((2,2)),[0,1]),np.frompyfunc(lambda a,b:a+b,2,1)([1,2],3)
np.vectorize(lambda a,b: a if a>b else b)([1,5],3),np.vectorize(len)(['a','bb']),np.vectorize(lambda x:x/2,otypes=[float])([1])
np.vectorize(lambda x:x)([])
list(np.ndenumerate([[1,2]])),list(np.ndindex(2,2)),list(np.ndindex((1,2)))
np.may_share_memory(np.arange(3),np.arange(3)),np.size([[1,2]]),np.shape([[1,2]]),np.ndim(3)
np.lib.stride_tricks.sliding_window_view([1,2,3,4],2),np.lib.stride_tricks.as_strided(np.arange(4),(2,2),(8,8))
np.loadtxt(io.StringIO('1 2\n3 4')),np.loadtxt(io.StringIO('1,2\n3,4'),delimiter=',',dtype=int),np.loadtxt(io.StringIO('a,b\n1,2'),delimiter=',',skiprows=1),np.loadtxt(io.StringIO('1 2\n3 4'),usecols=1),np.loadtxt(io.StringIO('1 2\n3 4'),unpack=True)
np.loadtxt(io.StringIO('1 x'))
np.loadtxt(io.StringIO('1 2\n3'))
np.genfromtxt(io.StringIO('1,2\n3,'),delimiter=','),np.genfromtxt(io.StringIO('a,b\n1,2'),delimiter=',',skip_header=1),np.genfromtxt(io.StringIO('1,x'),delimiter=',',dtype=str)
f=io.StringIO(); np.savetxt(f,[[1,2],[3,4.5]]); print(f.getvalue())
f=io.StringIO(); np.savetxt(f,[[1,2],[3,4]],fmt='%d',delimiter=',',header='a,b',comments=''); print(f.getvalue())
f=io.StringIO(); np.savetxt(f,[1.5,2],fmt='%.2f'); print(f.getvalue())
f=io.BytesIO(); np.save(f,np.arange(3)); f.seek(0); print(np.load(f)); print(f.getvalue()[:20])
f=io.BytesIO(); np.savez(f,[1,2]); f.seek(0); z=np.load(f); print(z['arr_0']); z['nope']
f=io.BytesIO(); np.save(f,np.array([None,1])); f.seek(0); np.load(f)
np.testing.assert_allclose([1,2],[1,2.1])
np.testing.assert_array_equal([1,2],[1,3])
np.testing.assert_equal({'a':1},{'a':2})
np.testing.assert_almost_equal(1.0,1.1)
np.testing.assert_array_almost_equal([1,2.],[1,2.1])
np.testing.assert_allclose([1,2],[1,2,3])
np.testing.assert_array_less([1,2],[1,3])
np.testing.assert_raises(ValueError,int,'a')
np.array([1,2]).foo
np.foo
np.array([1,2]).sum(axis='x')
np.array([1,2]).reshape('a')
np.array([1,2]).mean(1)
np.array([3,1]).argmax(),np.array([[3,1],[0,5]]).argmax(axis=1),np.array([[3,1],[0,5]]).argmax(),np.array([[1,2]]).argmin(axis=0,keepdims=True)
np.array([1,2]).dot([3,4]),np.array([1,2]).cumsum(),np.array([1,2]).prod(),np.array([1.234]).round(1),np.array([[1,2],[3,4]]).diagonal(),np.array([1,0]).nonzero(),np.array([3,1]).take([1]),np.array([1,2]).repeat(2),np.array([1,2,3]).compress([1,0,1]),np.array([2,1]).searchsorted(1),np.array([1,2]).var(),np.array([1+1j]).conj(),np.array([1+1j]).real,np.array([1,2]).ptp(),np.array([1,2]).all(),np.array([[1,2],[3,4]]).trace()
a=np.zeros((2,2)); a.fill(5); a.itemset((0,0),7); print(a); a.put([3],9); print(a)
a=np.array([1,2,3]); b=a.copy(); b[0]=9; print(a,b); c=a; c[0]=8; print(a)
import copy,pickle; a=np.array([1,2]); print(copy.deepcopy(a),pickle.loads(pickle.dumps(a)))
np.NaN,np.Inf,np.PINF
np.float
np.int
np.bool
np.object
np.typeDict
np.e,np.pi,np.newaxis
""")
