import numpy as np, tensorflow as tf
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ":", e)
a=tf.constant([1,2]); f=tf.constant([1.,2.])
for e in ("a+np.array([1.5,2.5])","a*np.array([1.5,2.5])","np.array([1.5,2.5])+a","a+np.float64(1.5)","a+np.int64(3)","f+np.array([1,2])","f+np.float64(1.5)","a-np.array([1,2],'int8')","a/np.array([2.,4.])","a==np.array([1.,3.])","a<np.array([1.5,1.5])","tf.add(a,np.array([1.5,2.5]))","tf.multiply(f,np.array([1,2]))","tf.maximum(a,np.array([1.5,2.5]))","f@np.ones((2,2))","tf.matmul(f[None],np.ones((2,2)))","a+np.array(['x','y'])","a+np.array([True,False])","a//np.array([2.])","a**np.array([2.])","a%np.array([2.])","f/tf.constant([1,2])","a/f","f//a","f*a","f@tf.ones((2,1),tf.int32)","a/2.0","a/tf.constant(2)","tf.constant([1],tf.int64)/a[0]","tf.debugging.assert_equal(1,2)","tf.debugging.assert_equal(1,2,message='m')","tf.debugging.assert_less(2,1)","tf.while_loop(lambda q: q<5,lambda q:(q+1,),[tf.constant(0)])","tf.while_loop(lambda q: q<5,lambda q:[q+1],[tf.constant(0)])","tf.while_loop(lambda q,r: q<5,lambda q,r:(q+1,r*2),(tf.constant(0),tf.constant(1)))","tf.math.erfinv(.5).shape","tf.cast(tf.sparse.SparseTensor([[0,1]],[5],[2,2]),tf.float32)","round(f)","round(tf.constant(2.5))"):
    print(e, end=" -> ")
    t(lambda: eval(e))
d = tf.data.Dataset.range(6)
t(lambda: list(tf.data.Dataset.counter().take(3).as_numpy_iterator()) == [0, 1, 2])
t(lambda: d.unbatch())
with open("lines.txt", "w") as file: file.write("one\ntwo\n")
t(lambda: list(tf.data.TextLineDataset("lines.txt")))
