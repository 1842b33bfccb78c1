"""Printing, dtypes, indexing and shapes: each line is evaluated, and its value, its error and its warnings are printed."""

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
np.array([1e-10,1,1e10])
np.array([1.5,np.nan,np.inf,-np.inf])
np.array([1e300,1e-300])
np.array([123456.789,0.001])
np.array([1e8,1.0])
np.array([1e16,1.0])
np.array([0.1,0.12,0.123])
np.array([1/3,2/3])
np.array([1/3],dtype=np.float32)
np.array([1e-5,1e-4],dtype=np.float32)
np.array([100000.,1e-3])
np.arange(1001)
np.arange(2000).reshape(40,50)
np.random.RandomState(0).rand(1100,3)
np.random.RandomState(0).randn(5,5)*1000
np.random.RandomState(0).randn(3,3)*1e-6
np.random.RandomState(0).randn(2,3,4)
print(np.random.RandomState(0).randn(2,3,4))
print(np.random.RandomState(0).rand(50,50))
print(np.arange(24).reshape(2,3,4))
print(np.zeros((2,0)))
np.zeros((2,0))
np.zeros((0,),dtype=int)
np.zeros((3,),dtype='U5')
np.array(['a','bb'],dtype=object)
np.array([True,False])
print(np.array([True,False]))
print(np.array(['a','b']))
np.array([None,'x',1.5])
np.array([[1,2],[3,4]],dtype=object)
np.array([1+2j,0.5-1j])
np.array([1e10+1j])
np.array([-0.0,0.0])
np.array(3.0)
print(np.array(3.0),np.array(1e-7),np.array('a'))
print(np.float32(1e-7),np.float64(1/3),np.float32(1/3))
[np.float64(1.5),np.int64(2)]
(np.float32(0.1),np.bool_(True))
{'a':np.float64(2.5)}
print([np.float32(0.1),np.str_('a')])
np.set_printoptions(precision=3)
np.array([1/3,2.5])
np.array([1234.56789])
np.set_printoptions(suppress=True)
np.array([1e-10,1.5])
np.array([1e10,1.5])
np.set_printoptions(precision=8,suppress=False,threshold=5)
np.arange(10)
np.arange(100).reshape(10,10)
np.set_printoptions(threshold=1000,linewidth=40)
np.arange(20)/3
np.set_printoptions(linewidth=75,edgeitems=3,formatter={'float':'{:0.2f}'.format})
np.array([1.234,5.678])
np.set_printoptions(formatter={'int':lambda x:f'<{x}>'})
np.array([1,2])
np.set_printoptions(formatter=None)
np.set_printoptions(floatmode='fixed',precision=4)
np.array([1.,2.5])
np.set_printoptions(floatmode='maxprec')
np.set_printoptions(sign=' ')
np.array([1.,2.5])
np.set_printoptions(sign='+')
np.array([1.,2.5])
np.set_printoptions(sign='-',precision=8)
np.set_printoptions(nanstr='NA',infstr='INF')
np.array([np.nan,np.inf,1])
np.set_printoptions(nanstr='nan',infstr='inf')
with np.printoptions(precision=2): print(np.array([1/3]))
np.get_printoptions()
np.set_printoptions(threshold='x')
np.set_printoptions(precision='x')
np.set_printoptions(threshold=1000)
np.array2string(np.array([1.23456,2]),precision=2)
np.array2string(np.array([1.23456,2]),separator=', ')
np.array2string(np.arange(5),prefix='abc')
np.array2string(np.array([1.5]),formatter={'float_kind':lambda x:'%.1f!'%x})
np.array2string(np.arange(2000),threshold=10,edgeitems=2)
np.array2string(np.array([1e-9,1]),suppress_small=True)
np.array2string(np.array([1.,2.]),floatmode='fixed')
np.array2string(np.arange(30),max_line_width=30)
np.array_repr(np.array([1.,2.]))
np.array_repr(np.array([1.,2.],dtype=np.float32),precision=1)
np.array_str(np.array([1.234567]),precision=3)
np.format_float_positional(1e-7)
np.format_float_positional(np.float32(0.1),precision=3)
np.format_float_scientific(123456.789,precision=2)
np.format_float_positional(16.0,trim='-')
np.binary_repr(5),np.binary_repr(-5,width=8)
np.base_repr(10,3)
np.array([1,10,100])
np.array([-1,10,100])
np.array([[1.5,2],[3,4e5]])
np.array([[0.001,1000]])
np.array([0.00001,1])
np.array([1.1,2.22,3.333]).astype(np.float16)
np.array([65504,1e-7],dtype=np.float16)
np.array([2.**-24],dtype=np.float32)
np.array([16777216,0.5],dtype=np.float32)
np.array([3.4e38,1],dtype=np.float32)
np.array([[['a','b'],['c','d']]])
np.arange(12.).reshape(3,4)[:,::-2]
np.arange(12.).reshape(3,4).T
np.array([1,2,3],dtype=np.uint64)
np.dtype('float32')
np.dtype(float),np.dtype('i4'),np.dtype(bool),np.dtype('U3'),np.dtype(object)
np.dtype('f4').name,np.dtype('f4').kind,np.dtype('f4').char,np.dtype('f4').num,np.dtype('f4').itemsize,np.dtype('f4').str
np.float32
np.array([1]).dtype.type
str(np.dtype('int64'))
np.dtype('int64')==int
np.dtype('int64')=='int64'
np.dtype('bad')
np.finfo(np.float32)
print(np.finfo(np.float32))
np.finfo(float).eps,np.finfo(np.float16).max
np.iinfo(np.int8)
print(np.iinfo(np.int32))
np.iinfo(float)
np.finfo(int)
np.iinfo('int64').max
np.can_cast('int64','float32'),np.can_cast('int32','float64'),np.can_cast(300,'uint8')
np.promote_types('int8','uint8'),np.result_type(np.int8,3.5),np.result_type('f4',np.int64)
np.issubdtype(np.float32,np.floating),np.issubdtype(int,np.integer),np.issubdtype('i4',float)
np.array([1.5]).astype('int32').dtype
np.array([1.5]).astype(np.int8,casting='safe')
np.array([1.5]).astype(complex)
np.array([1+2j]).astype(float)
np.array([1,2]).view(np.float64)
np.array([1.0]).view(np.int64)
np.arange(4,dtype=np.uint8).view(np.uint16)
np.arange(3,dtype=np.uint8).view(np.uint16)
np.array([1,2,3]).astype(str)
np.array([1.5,2]).astype(str)
np.array([True,False]).astype(str)
np.array([True,False]).astype(int)
np.array([0,1,2]).astype(bool)
np.array(['abc','de']).astype('U2')
np.array(['2020','x']).astype(float)
np.array([3,1,2])[np.array([2,0])]
np.array([1,2]).flags
print(np.array([1,2]).flags)
np.array([1,2]).flags.writeable
a=np.array([1,2]); a.flags.writeable=False; a[0]=3
a=np.broadcast_to([1,2],(2,2)); a[0,0]=1
np.broadcast_to([1,2,3],(2,2))
np.broadcast_arrays([1,2],[[1],[2]])
np.broadcast_shapes((2,1),(3,))
np.broadcast_shapes((2,),(3,))
a=np.arange(6); b=a.reshape(2,3); b.base is a
a=np.arange(6); b=a[::2]; b[:]=0; print(a)
a=np.arange(6); a.shape=(2,3); print(a)
a=np.arange(6); a.shape=(4,)
a=np.arange(6); a.resize(2,2); print(a)
np.resize([1,2,3],(2,4))
a=np.arange(6).reshape(2,3); a.T.ravel()
a=np.arange(6).reshape(2,3); a.ravel('F'),a.flatten('F')
a=np.arange(6).reshape(2,3); a.flat[3],list(a.flat)[:2]
a=np.arange(6).reshape(2,3); a.flat=7; print(a)
a=np.arange(5); a[a>2]=0; print(a)
a=np.arange(5); a[[0,0,1]]+=1; print(a)
a=np.arange(5); np.add.at(a,[0,0,1],1); print(a)
a=np.arange(5); a[1:4][::-1]
a=np.arange(5); a[-10:10],a[3:1],a[::-1]
a=np.arange(25).reshape(5,5); a[1:3,-2:],a[::2,1]
a=np.arange(25).reshape(5,5); a[np.ix_([0,2],[1,3])]
a=np.arange(25).reshape(5,5); a[[0,1],[1,2]]=99; print(a)
a=np.arange(25).reshape(5,5); a[a%2==0].sum()
a=np.arange(25).reshape(5,5); a[:,[True,False,True,False,True]]
a=np.arange(25).reshape(5,5); a[(a>3)&(a<8)]
a=np.arange(25).reshape(5,5); a[(a>3) and (a<8)]
np.ix_([0,1],[True,False,True])
np.take([10,20,30],[0,2]),np.take([10,20,30],[5],mode='wrap'),np.take([10,20],[5],mode='clip')
np.take([10,20],5)
np.take_along_axis(np.array([[3,1,2]]),np.argsort([[3,1,2]]),axis=1)
np.put_along_axis(np.zeros((2,2)),np.array([[0],[1]]),5,axis=1)
np.where([True,False],[1,2],[3,4]),np.where([0,1,2]),np.where(np.eye(2))
np.where([True],1)
np.nonzero([[1,0],[0,2]]),np.argwhere([[1,0],[0,2]]),np.flatnonzero([0,3])
np.select([np.array([1,2,3])<2,np.array([1,2,3])>2],[-1,1],0)
np.choose([0,1,0],[[1,2,3],[4,5,6]])
np.piecewise(np.array([-1.,0,1]),[np.array([-1.,0,1])<0],[-1,1])
np.clip([1,5,10],2,8),np.clip([1.5,5],None,2),np.array([1,2]).clip(min=2)
np.clip([1,2],None,None)
np.clip(5,1,3)
np.unravel_index(5,(2,3)),np.ravel_multi_index((1,2),(2,3)),np.unravel_index([1,5],(2,3))
np.unravel_index(7,(2,3))
np.delete([1,2,3],1),np.delete(np.arange(6).reshape(2,3),1,axis=1),np.delete([1,2,3],[0,2])
np.delete([1,2,3],5)
np.insert([1,2,3],1,9),np.insert([1,2,3],[0,2],[7,8]),np.insert(np.ones((2,2)),1,5,axis=1)
np.append([1,2],[3]),np.append([[1]],[[2]],axis=0),np.append([[1]],[2],axis=0)
np.roll([1,2,3],1),np.roll(np.arange(6).reshape(2,3),1,axis=0),np.rot90([[1,2],[3,4]]),np.flip([[1,2],[3,4]])
np.tile([1,2],(2,2)),np.repeat([1,2],[2,3]),np.repeat([[1,2]],2,axis=0)
np.repeat([1,2],[1,2,3])
np.pad([1,2],1),np.pad([1,2],(1,2),constant_values=9),np.pad([[1]],((1,0),(0,1))),np.pad([1,2,3],2,mode='reflect'),np.pad([1,2],1,'edge')
np.pad([1,2,3],2,'wrap'),np.pad([1,2,3],2,'symmetric'),np.pad([1.,2,3],2,'linear_ramp'),np.pad([1,2,3],2,'mean'),np.pad([1,2,3],1,'maximum')
np.pad([1,2],1,mode='foo')
np.block([[np.eye(2),np.zeros((2,1))],[np.ones((1,3))]])
np.dstack([[1,2],[3,4]]),np.atleast_2d([1,2]),np.atleast_1d(3),np.atleast_3d([1,2]).shape
np.moveaxis(np.zeros((2,3,4)),0,-1).shape,np.rollaxis(np.zeros((2,3,4)),2).shape
np.moveaxis(np.zeros((2,3)),5,0)
np.squeeze(np.zeros((1,2,1))).shape
np.unique([3,1,1,2],return_counts=True),np.unique([3,1,1,2],return_index=True,return_inverse=True)
np.unique([[1,2],[1,2],[0,1]],axis=0),np.unique(['b','a','b']),np.unique([np.nan,np.nan,1.])
np.union1d([1,2],[2,3]),np.intersect1d([1,2,3],[2,3,4]),np.setdiff1d([1,2,3],[2]),np.setxor1d([1,2],[2,3]),np.isin([1,2,3],[2,3]),np.in1d([1,2],[2])
np.intersect1d([1,2,3],[3,2],return_indices=True)
""")
