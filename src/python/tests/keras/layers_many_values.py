import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
def w(l):
    l.set_weights([0.3*np.sin(np.arange(1,v.size+1)*(i+1)).reshape(v.shape)+(1 if "variance" in l.weights[i].name else 0) for i,v in enumerate(l.get_weights())])
def run(name,f,*xs,**kw):
    try:
        l=f() ; x=xs[0] if len(xs)==1 else list(xs)
        l(x,**kw); w(l); y=l(x,**kw)
        ys=y if isinstance(y,(list,tuple)) else [y]
        print(name,[tuple(v.shape) for v in ys],[np.round(np.asarray(v).ravel()[:6],4).tolist() for v in ys],l.count_params(),[(q.name,tuple(q.shape)) for q in l.weights])
    except Exception as e: print(name,"ERR",type(e).__name__,str(e)[:300])
x1=np.cos(np.arange(24,dtype="float32")).reshape(2,4,3); x2=np.cos(np.arange(2*5*6*2,dtype="float32")).reshape(2,5,6,2); x3=np.cos(np.arange(64,dtype="float32")).reshape(1,4,4,2,2)
for p in ("valid","same","causal"): run("c1"+p,lambda: layers.Conv1D(2,3,padding=p),x1)
run("c1s",lambda: layers.Conv1D(2,2,strides=2,padding="same",activation="relu"),x1); run("c1d",lambda: layers.Conv1D(2,2,dilation_rate=2,padding="causal"),x1)
run("c2",lambda: layers.Conv2D(3,3,strides=2,padding="same"),x2); run("c2v",lambda: layers.Conv2D(3,(2,3),strides=(1,2),use_bias=False),x2); run("c3",lambda: layers.Conv3D(2,2,padding="same"),x3)
for s in (1,2):
  for p in ("valid","same"): run(f"ct2{s}{p}",lambda: layers.Conv2DTranspose(2,3,strides=s,padding=p),x2); run(f"ct1{s}{p}",lambda: layers.Conv1DTranspose(2,3,strides=s,padding=p),x1)
run("ctop",lambda: layers.Conv2DTranspose(2,3,strides=2,padding="same",output_padding=1),x2)
run("dw1",lambda: layers.DepthwiseConv1D(2,depth_multiplier=2),x1); run("dw2",lambda: layers.DepthwiseConv2D(3,strides=2,padding="same"),x2); run("sc1",lambda: layers.SeparableConv1D(4,3,padding="same"),x1); run("sc2",lambda: layers.SeparableConv2D(4,3,depth_multiplier=2),x2)
for P in ("Max","Average"):
  for p in ("valid","same"):
    run(P+"1"+p,lambda: getattr(layers,P+"Pooling1D")(2,padding=p),x1); run(P+"2"+p,lambda: getattr(layers,P+"Pooling2D")(2,padding=p),x2); run(P+"3"+p,lambda: getattr(layers,P+"Pooling3D")(2,padding=p),x3)
  for d,x in ((1,x1),(2,x2),(3,x3)): run(f"G{P}{d}",lambda: getattr(layers,f"Global{P}Pooling{d}D")(keepdims=d==2),x); 
  run("A"+P,lambda: getattr(layers,f"Adaptive{P}Pooling2D")((2,3)),x2)
run("bn",lambda: layers.BatchNormalization(),x2); run("bnt",lambda: layers.BatchNormalization(axis=1),x2,training=True); run("bnn",lambda: layers.BatchNormalization(center=False,scale=False,epsilon=0.1),x1)
run("ln",lambda: layers.LayerNormalization(),x1); run("ln2",lambda: layers.LayerNormalization(axis=[1,2]),x1); run("gn",lambda: layers.GroupNormalization(2),x2); run("gn1",lambda: layers.GroupNormalization(-1),x2); run("un",lambda: layers.UnitNormalization(),x1); run("rms",lambda: layers.RMSNormalization(),x1)
run("emb",lambda: layers.Embedding(5,3),np.array([[1,2],[4,0]])); run("prelu",lambda: layers.PReLU(shared_axes=[1]),x1)
run("srnn",lambda: layers.SimpleRNN(3,return_sequences=True),x1); run("lstm",lambda: layers.LSTM(2,activation="relu",recurrent_activation="hard_sigmoid",use_bias=False),x1); run("gru",lambda: layers.GRU(2,return_state=True),x1); run("bi",lambda: layers.Bidirectional(layers.GRU(2)),x1)
for mm in ("sum","mul","ave",None): run("bi"+str(mm),lambda: layers.Bidirectional(layers.SimpleRNN(2,return_sequences=True),merge_mode=mm),x1)
run("bist",lambda: layers.Bidirectional(layers.LSTM(2,return_state=True)),x1); run("td",lambda: layers.TimeDistributed(layers.Dense(2)),x1); run("clstm",lambda: layers.ConvLSTM1D(2,2,return_sequences=True),np.cos(np.arange(48,dtype="float32")).reshape(1,3,4,4))
run("mha",lambda: layers.MultiHeadAttention(2,3),x1,x1) if False else None
run("att",lambda: layers.Attention(),x1,x1); run("atts",lambda: layers.Attention(use_scale=True,score_mode="concat"),x1,x1); run("aatt",lambda: layers.AdditiveAttention(),x1,x1)
run("dot",lambda: layers.Dot(axes=1),x1,x1); run("dotn",lambda: layers.Dot(axes=-1,normalize=True),x1,x1); run("dot2",lambda: layers.Dot(axes=(2,1)),x1,x1.transpose(0,2,1))
for n in ("Add","Subtract","Multiply","Average","Maximum","Minimum","Concatenate"): run(n,lambda: getattr(layers,n)(),x1,x1*2)
run("cat1",lambda: layers.Concatenate(axis=1),x1,x1); run("ed",lambda: layers.EinsumDense("abc,cd->abd",output_shape=(None,2),bias_axes="d"),x1)
run("up",lambda: layers.UpSampling2D(2,interpolation="bilinear"),x2); run("zp3",lambda: layers.ZeroPadding3D(1),x3); run("cr3",lambda: layers.Cropping3D(1),np.pad(x3,((0,0),(1,1),(1,1),(1,1),(0,0)))); run("sn",lambda: layers.SpectralNormalization(layers.Dense(2)),x1); run("sm",lambda: layers.Softmax(axis=1),x1); run("id",lambda: layers.Identity(),x1); run("mask",lambda: layers.Masking(0.),x1); run("gd",lambda: layers.GaussianDropout(.5),x1); run("gno",lambda: layers.GaussianNoise(.5),x1); run("ad",lambda: layers.AlphaDropout(.5),x1)
m=layers.MultiHeadAttention(2,3); m(x1,x1); w(m); y,s=m(x1,x1,return_attention_scores=True); print(y.shape,s.shape,np.round(np.asarray(y).ravel()[:5],4),np.round(np.asarray(s).ravel()[:5],4),[(q.path,tuple(q.shape)) for q in m.weights]); print(np.round(np.asarray(m(x1,x1,use_causal_mask=True)).ravel()[:5],4))
