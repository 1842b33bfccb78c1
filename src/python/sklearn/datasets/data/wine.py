"""Data, made by scripts/sklearn-data.py. M. Forina et al., PARVUS, 1991; UCI Machine Learning Repository, CC BY 4.0."""

SHAPE = (178, 13)
FEATURES = ['alcohol', 'malic_acid', 'ash', 'alcalinity_of_ash', 'magnesium', 'total_phenols', 'flavanoids', 'nonflavanoid_phenols', 'proanthocyanins', 'color_intensity', 'hue', 'od280/od315_of_diluted_wines', 'proline']
TARGETS = ['class_0', 'class_1', 'class_2']
PACKED = """
c-qZcS#l*Q4E*<5Uc4xT*zSL^QD#b%eSnFX?lw(<&<;q#&A-+^t$z(oo1f<2zBu6M8wU>Bhm)JooBhUyE7w3@ZQmG~oqa;H+YX1laM|~8b~W_(K%dRSwi8_I7uSdoM}|nSU6UgXt#icoi{{~4<Jv(;C*<BGq#y&P
z098!FM9ssO4-E+m9)I@77ZiY%ODdJ8Er>92|3q0-flk>-`;+A^o=9Jw#E0M&Z2GKGto|tKOOz;FD)SE|7@SDje-&vO*l9{y&$tC*eMnQfFr($<g!+xsITR;EM#cZl+iM=lzkg7U(i<|ZfKpW21ge8@>VEYNoX&g
B@qLR?2lPfS5Wfxuyrn9zxaJ9?&hjZt|ilY`JFGjqrd8x0_C_}jz_BVil<%F3$IKn&UU)Ekr`RNbN^X-bR)QkxHglQUt1ECSvK(;j;#Ie4ClCfR5;~Mr8Q6XR?E3yU=`_@>_3fjKq`vgGom-nN2Y;D;XFZxUi0mk
1x_+aF4RDD>h*hq`gh<nuypJzoDLx;0I+fj(r7%gNgu&B<R<@;8lixB5Pe}M7jWZ%>f9d?KwA865IkF09ft1`WkNh0DZe--5}aWoyzV4M(1a&FJP{}Zl>?K9);@AYZrksJCiGdb#D=laN)94_FcE$daKTKl`hb0&
caM}t0ULESV@x2s&`nqZM=AGx>ZVCSrcbIPT-10@b5~(k(A?Ty@Gv=>biS~5j4L~(Ix;j5JZ>n10w11#JgG$&=L1;l0O^8rnbq+%!fN5ttvrT&QhDJIye#BS2m0v1Lq?25XFvpp1Egp~y1&VB;sl^f4sYe=>+rY%
i@R7d*q;6eb<hC#>XL83OuWr>qRQ_kRJ9?Cfq>!D!Qlco9b*{kQ09PaQ_BrX;ZZW+RYAAKq-|}aAoG)2Y%X46{A1c$#Ls3@Q5Z8cL<`=%6@d<nm|K*IlUwRAk()!?*yIJ$#04gKfLTjK1ZA^oHOXz4Tf`a(W@$&0
OuPg%>0ZP+>Bav;SwB3eO&idLEGywSG_<o419#{#IgH6+aN286S{+eqlnm6R6{TLM&%&JbI?ZAp-&Yco{c<G*lQQQYy>k(Hvtke(?t-&Zd>#SvE+XI-&w1*h<>H3pftL=>>$Egw8u??|!KNbw7{moH4bxU_*W2VN
=;`b(|LA1}FVos6>8U6eg>*Q2!6={V1=@x*m>$-5A$z?}RwzA?EWxIiJ9!O}Ff~pBy%c+0fhXcDG(<`o+8w*#x$~C)wDD!w5E|R)O?Y(}Vkm-*k%cA<746o%0w8B3u^{7ve=#+3-Mq-SeiLHgJ1~dY&X@R%PJ1|r
Wrv>uEJT9@hhke`6_Xglf<aUpSI$h58{>)r5+(m{SnG**!nY*_Jm~pqF-JDY<KM;_@-|6@T6usYv>3<XLmkahietLx$_)sKMwG^bBBaH2ZT(A50}b>B4vMbvw$9nMQ$&I`>4pLz`a7jM>ir1B$P_1tDxi15%>*@K
n-`+#AG)0J#4m$+vh<q|8%fWLWGAT?;3?d<amqR_mPaz6yQolmm)ffwj`kvlX2?8=<I%jF4*)+60ofD0AdbN82rY(_BG?Q35s4rKh&wfovWN)cYH2to8MMbL7@To4z^CQ{Qvefze<FHCToPdb20#Qc1Y%;usqGQ*
_&>;i5{|0yo|7Emc0^#^+QqH0fHq>r47g~?1^y@G{@^I&f(MWY5rb|JS^P)hL-=CzGk8AYeqn$zb}^0liA50!2dX$GgTX)_7uAZ605}2}5T8e&6R?|103T-nHMsP_(v;v?;<P75teX<x0b9(!4y6JDOMqCt3DV#J
k_^ffi?G!!4WM^u%QPKOJ&A-?htn|0nL^WHxLmW*A*Pkqn<+k&zvUk3GeAl6(+2R6_&M`O7e8-!L`%CmR?*1J*nl_Jse6Ed7UL$XHKw48SJJ0f#K6l$(FjlUyTA(_BBMIydAD*@cTa^1T7U?wWn9#CeNF!)Mh<k|
IlO`PuFK0S7EEl1K^(E&EBhG=GmKIV<qX9S@3JNl8gnj^IYYNPWbP~(C?G%M&0H9OSIqD+r5946DZR?j<kU?+D~ag4cz-M-qN(VsD~j8rq8aLk(cZ<fE0cMz=!MX??HkySKXD>s6b2WJ!zp;d-$-%S?aT~-L5E3c
8T*49W`#?LOdKfj7LLw55Sqsig2{pzmDezC>XoUuvPucIZ;I*pb<+DP(%UzQ>zS}L#aXMCQhXA!3nqo_#Hr+vJ~4hevMUDrnLhYYY|=BnzY*lw^3a~qR<C6QX54e&UyWFh5Oie<nTaXJ-WAbs?=T!bH#j>C%=&fr
Q(+P<!aYWR<uavcAjFiHQQ>4#G_@Cd?mv)EX$}I*;dKNs6(#P)S;duI!6!>ukCJ+(v9#B!^nQ(tUVhcf6i+%+Q%1qP)?D=gQ|3iCp^G!$uvz<Wq=7QVW^z4ma?KviH_E>L2D?+y_oH~4sqD=(5gKWuv|CV6`t8Nj
nw7wuH&;lG4GDkcKPxvYm10>Xp$Z4m?c6$4&GXt|RO;ck1i`hqMiLdYjg)($5a5u6ot>RgKLBKEj%Hve?!5<e9@TG@uCH6b0Nm~uegE~@kP6|*V>#l1^N1SB?_z{=<ZFY}A!8_2j8?GhfQ5N#>6$-}s2di5q+xkK
#WRLFRvL!PZZm6)1sV1Ti-rpU#R3d58VJ+)T6q~K6;AZ^2QSIErA{?8?}AfE><<nSBxz3eOSIMaFTU<4#U;oUjWV}Og(eyOuBYJRFVm}x-TY3pKMb^fnf20KAGcSSysRY-Yu?M(q?FPOU54s?g>SEpyf}R|+b@6p
dJR8`UCOv?t^AEt$;c?S`YXl7Mx(y+v^#l<S1)AJ&R^TjKgynWPmI?9D+MQ|*9H9&zZ*`T`byC*-gfux#rrC>1jbLRnM*_ZS$_=Tf1zHS2=Q3CWA@B4S=%Z$WIgk}3EAVBtNVCWMV8H(I!tpJBODcOXNCYON}d8^
jgv>H0-909<FktdV<n>FEW-lg<f-H=EM|>T?+JPN7gZk1Jlor;N){s?E;xB2XBk>|yj4J{0$(2K<z3MBMDML$>u}#yt|?%JWIlg^=}AVxN6Xnqq1~D#t@o;K`wfXMCRVk&mp&9!x<axHr_L?Ik{#8-R)vteA||cp
mzCPwE~YD!<F@80uWM$M-g(bGtt#zw*!`CDZ;wSa-hHQCE3a#64Y3HGSBe^!;c6l;7}mk}dr!Ddw5AduLxf&e$9^mCey_@_#J%1KGlyDLpy(2h=N-wLiebdl{~B(UOSUGDcw`JC@T`F6HD4b;10Z}s9AI;)*lnK)
i3YeFP%=tO3o0KR2XOpE)*4>5LPpewP;uH{)UUIG><n3U1&+gHI@gfqoeNehK6?HDRy^SX3u<7l$Wdq~ZUok(2ON{tY?jLhg!I5M2^DE+^cT@Yz6}Xbdm1<`CJ;_YJU{cByPDx6W$V-ccN|#+0Z?Kf%CMK&+cT6z
b>%5?@RqA*#YhZtSH^CP0aJP=aPQt$*4px=0)cA5v^RImeCbecrYx=yY(1)2Rc95i_um!qAfMLIVUym@ZTQU0E^Uk4to>H`H1mR^^i^*WcoCqrU_N++!xfsc^1)HZaViz^>47gQVVY2sthK<}#zsG!KvCekiKg*_
STx^>>DaO?hUr~&Xz9QX9B`@u)(?7<=MFbr<2|-<YNE1*GT4de9e<*;0>`5F0xkx6{MZk-TAnOVuZ{a_%xX9BC5lImw)Lv*sJ(r&hgGj_*0p~#Jl6hg^~uLBMm)TPNQao7`yi*Nx?hTyv3LExPi{P|-c!nMZ`E;f
+GWqG(P7bkvBE63j+`a*sSCR~u$a1+XFGq8K2|~ddGfl<bqpKN6^n7AG&BnhZxueh5t!lnx-0mKi0ijRkyS?Fp+UI1<?WUWsW@ISw*H*2e!qaVls4<=<w^fCjE}B+C9yx1Y@A*wuO@jY69W-4u{f(twvO^0zENhJ
$&`pIeyz2-cC>6ILD{`k<}`0C=oM)X#)9VtbFC7jadR>TmFvQ;f}rsGCQ++++vLqI)2lcaCaZh#QdVU7)0Mk>rSm#+Z+UENHT5~}@oSaXt01s%MR4SF&qvOtONZwvpQBBcG!=nXosvw>*R5r2l>;}YS3OLzV8Xh{
$nsfNVWQXR&nkzzdZw$SRSBgpJ;$1^LaRDTzt5C=Rg^ndRSZ}P;QK1yu)0bU`pt?g#^kE5r^ZF4;p@KBs$^#MHqCc=J{T*!FhxVW6cUMEja$jUp51GNS4FRP?0Fx-RCHNYLgXw}tiqt{ZCk}hRgX-y!qf|6cB%UE
ddd#{qSRaWQ28e-RT4)ftDcF2*PE_TuKI-lZg|xY?r#7noLrR*?E7*^>-eg>^-=MUak+kZVcw!)&w3Gmo1nkH)G#WTWhAz4(9Kfn*q2<Z5(=@e8w9d<%dWduM66$T@d6u{lljvgMD)+VdkCt(zMs!R(B~Mk!v+vu
&A=0e;R&GYF$OOhkfh&<*73^7_lCH8fpOt!1!$kp6-GBe8ZaB)4)~<g^D9Wi5J__h9(D}1e?Ho<%pWLc{G3__7!urk8v?bE>+ov=(JWStzYhlFebp@A3&5hWK}ZrKzy~eNVAbQhhka(4VuT+;2`lDSY_T1SJia~l
$Km@+#4m`A!V2RNoWu9=1QZ(y_#h!@0KW(CBg_GMGcHNr?>G$5LtQ7%1kMHC87zDF*b16h=do$LfwypN-~}(J-8bO`Oh=d&``;t~>cOL<k5Cpxc>K;ucpUK~62(uf;|~rA9E)*C_t*|&OCJM2!N&~wCUg|ImZe;v
c{B&(L(UN}d&unM75og1Lr0VuV_}o&u`cxhn?v4d&$Y=2eG@KqIBEMqJxjN+h1M;X{&$Dlk>{W1^I!aJ|Es_D@BaM<%j-?>
"""
