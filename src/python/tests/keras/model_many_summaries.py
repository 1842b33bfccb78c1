import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
L=layers
m=keras.Sequential([keras.Input((32,32,3)),L.RandomFlip(),L.Resizing(28,28),L.Conv2D(4,3,padding="same"),L.SpatialDropout2D(.1),L.SeparableConv2D(4,3),L.DepthwiseConv2D(3),L.LayerNormalization(),L.LeakyReLU(),L.AveragePooling2D(2),L.Conv2DTranspose(3,2,strides=2),L.ZeroPadding2D(1),L.Cropping2D(1),L.UpSampling2D(),L.GlobalMaxPooling2D(),L.Reshape((3,1)),L.LSTM(4,return_sequences=True),L.Bidirectional(L.GRU(3)),L.RepeatVector(2),L.TimeDistributed(L.Dense(2)),L.Permute((2,1)),L.Flatten(),L.ActivityRegularization(.1),L.GaussianNoise(.1),L.UnitNormalization(),L.Activation("relu"),L.Softmax()]); m.summary()
i=keras.Input((None,),dtype="int32"); e=L.Embedding(100,8,mask_zero=True)(i); a=L.MultiHeadAttention(2,4)(e,e); x=L.Add()([e,a]); x=L.GlobalAveragePooling1D()(x); y=L.Dense(1,activation="sigmoid")(x); mm=keras.Model(i,y); mm.summary()
i=keras.Input((10,)); x=keras.ops.relu(i); x=x+1; x=keras.ops.sum(x,axis=1,keepdims=True); z=keras.ops.concatenate([x,i],axis=-1)*2; keras.Model(i,z).summary(); w=i[:,2:4]; keras.Model(i,[w,-i,i@np.ones((10,2),"float32"),i/2,keras.ops.reshape(i,(-1,5,2)),i.astype("int32") if hasattr(i,"astype") else i]).summary()
i=keras.Input(batch_shape=(2,3,4)); keras.Model(i,L.SimpleRNN(3,stateful=True)(i)).summary()
i=keras.Input((6,6,1)); x=L.Conv2D(2,3,name="c")(i); y=L.Conv2D(2,3,name="c2")(i); keras.Model(i,L.concatenate([x,y])).summary()
f=keras.Model(i,L.Flatten()(L.MaxPooling2D()(x))); o=L.Dense(2)(f(i)); g=keras.Model(i,o); g.summary(); g.summary(expand_nested=True); f.trainable=False; g.summary(show_trainable=True); print(len(g.trainable_weights))
i=keras.Input((3,),name="x"); d=keras.Model({"x":i},{"p":L.Dense(2,name="p")(i),"q":L.Dense(1,name="q")(i)}); d.summary(); r=d.predict({"x":np.zeros((2,3))},verbose=0); print({k:v.shape for k,v in r.items()}, d.output_shape,d.input_shape); d.compile(loss={"p":"mse","q":"mae"},metrics={"p":["mae"]}); print(sorted(d.evaluate({"x":np.zeros((2,3))},{"p":np.ones((2,2)),"q":np.ones((2,1))},verbose=0,return_dict=True).items()))
class Blk(L.Layer):
    def __init__(self,u,**kwargs): super().__init__(**kwargs); self.u=u; self.d=L.Dense(u); self.n=L.BatchNormalization()
    def call(self,x,training=None): return self.n(self.d(x),training=training)
s=keras.Sequential([keras.Input((4,)),Blk(3),Blk(2,name="second")]); s.summary(); s.summary(expand_nested=True); print([w.path for w in s.weights]); print([v.name for v in s.trainable_variables], s.layers[0].get_config())
opt=keras.optimizers.Adam(); s.compile(opt,"mse"); s.fit(np.ones((2,4)),np.ones((2,2)),verbose=0); s.summary(); print([v.path for v in opt.variables][:6], len(opt.variables)); s.compile("rmsprop","mse"); s.summary(); s.compile(keras.optimizers.SGD(momentum=.9),"mse"); s.fit(np.ones((2,4)),np.ones((2,2)),verbose=0); s.summary(); 
