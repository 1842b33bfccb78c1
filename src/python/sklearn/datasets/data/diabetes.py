"""Data, made by scripts/sklearn-data.py. B. Efron et al., Least Angle Regression, 2004: 442 patients, progression of the disease after a year."""

SHAPE = (442, 10)
FEATURES = ['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6']
TARGETS = []
PACKED = """
c-n=WX>u#Mu7v-ewI~#vhy8EtF~0;$a@#jv_pvNhaR3qtkX4m(-><e_v%E@s_4F$BRmW?bf9L&vmGbK2)vHd8{HpEM=4-51U9WaN_E+JbPMv@0mCtD9HR@~3S1o$q*Q-yBFwXmPWN5ncPjh9p=}q0wEVaJMq~lbt
(V1>&mde31<FV@4b`0~!x@kYu?40Ub6M6j8tUog*967H^#_M3ig{`T}4%aGO&ihtzZE~t<q6SLBp$ej7+d0_##iwa%8PJ4=K6XudT$UH~Is*z-%s3dHe*%1I-VS;is>-jjI1A=NuWMxce#Y#EB5Bxz-WgVNZJ<a(
L)JDx=u9-^mu9KBIn{Bj>rt1pr{gi86SdPuW+%n&Kr{ekaP}BhhN3JNmdq9zY=06C3VqRBvZTqRnPJzK!Dq(PQe@!GY*@QFV&n;H0lms-hartF1=lLEs7$T)wwCUrU93v9@8DzHWcCyw9^}|R8CJLv%9$9DkR9}n
rwYx+7XqglO)%^f&8FU)f%d2vSlsVMFY8Ew%)@Oq-aWqe4{1HJkY_qK5PRoq_83G7MJx`-Ca>qngad;_Yo2sN?+(s65U%DPy($@ZOzlMQ9LxkOeDu^AG80h60$K{v8aA8o75WJ-(y)=UO6tl8OCt|x(A)L2l3C@$
@J{v(qnhE~yiq7rm<m2dpu(sM)P?+_WVu|ZQW3ZbKU<Czli8qMJcZv(BFJ>AA!aoQH!^pStx6E((ZBLKE}fsu?-K9Je}3}+`2643^402d?9(Uz7^^&e%71JqUp>lydi^!hZ~Ol1%YXg+-ShW6KYz*(`+no{yZ!H0
zh^3c;QF&~`QhzfvzA{z{`Bi7o_|H{H}>UEoPMJE6X(BU{x@EKd-az;`OneIe?~5U%=wc8za#y-#sA0dzhaR86U*|8d;g7f{#VQUe9UhxJ#TF{-mJl;oFiw^EaQFBS8cTaSUPx0ZhcRmIm=0D=fml%{e=gJV`tE;
ca;U=wB0(`Pp`Z+Xnt><)}sDiF}sF2we@t>Dx)J+FH0};G-Vg#VTKyyXFjad!tP@#xp?57^q6|L^{%VO*0`9->?I~lj3=9qhb#IOY*nuu&S4r8WKFf@UZ+>%x6Wbv2F@H~OwV1z(D?>xwhd>Lz{21gAK_HO6q}}Z
(X}=;>}tq4x)yeD$%r&f)HHVWCej_c4|~}44pb{vk8`#PlpCBDL}0D0)xL@d9*aO+J}|yet`UP9<E-e($SSTKCN1n4nzk4UXtV;O@y3aBY+*V>>fEx!6*w^$2&?^IJ+s#}=mavdtI`VYRmTz2v05u3CTY}atGlC1
Xr54km)2`DX#|so!`5uLgS&k8W=AFybb>jR2&QLs+7QG`N+1E84E}GnYbChQ?M9h~s4P>M9KHmF^jl_Wn9MtYasrbh7x%@;b`(#%g6Sm;-8LWx;jvpj*BYh|HQ1OyUa&zl$(F&c4^$;E&5ltHdWHk+M<7V;W?|$N
$1t^JV_6~@@6hs~u3KD+(>1+=AWoEOLj|1CbCBCD8Q|z3)HuA9-a)xD>rGzzW&5?9lT~MHl&dIwHKHqE(o?pIsUv1RZfwVNL;%W@Q1#N#d0CuBIZ9qO!E;zNT><SIl#EInHQdFF)XL6nw(d3RO$l_gU3BY3>XUrU
-j+zMZg+A7X;FS2AnCq>F$Rm&)I@o^>Xx6?i29V*&3#v;?y8iZAT0w__gni|XM-+T3C~m7KSiL}7OxG{ri~|$mnO7j)zFP73&nM8#l(UAii-ABe!D!LEWVu<L3gY2<XtoDb$Vh~v}_<rrscwGtSM~MT&<kDq|C8K
Q)k1L=>^h;hu{0*eT~()I+wajo(*qKn#fj{Gx9sJhW^Vbzt(*1`dTMb^<lsEIhWgOon!sAC$B|s_KD%imz?(boz+8a&M6w?bgVtC7e}XF&vjPLRb!qjigW(8&$Y!le{x-Cl0M|(c4zK$rLsA7E^yCuIW^6F+Uz9@
_x2d-YQq}y9CK4wo5j_QUYR}TqW)`R79HimVdD99EWwA#V8;O2tvOHA!LY}kE@O^&>b!KZxOPmEeJf*Udv*>_+GgxnxP5Sx;TNU3WQR~<P`!FiY%o&cTQ2gcsPA4tqo3XAIT?~@==J2>smqfPIAp6`Tyvhlj8__D
5Xt1Z?9TR?^2{A(9G__6co48-)vOmU#uj0+sng}1P!$+W7nR$*D#mpLM7CTJo2C&AS;TX@DKjh73);;A6;Ak9XLcGj<|{yA2G~=0VmgNZ&CKzn%i$^ZFc(K>W2wVGx!2^F%0K{s71OcU9D;U>286W>CA~YWBT<@S
vmmb=JKaYRQB5#54}-cQu(DT%I3Nq>FliBFSuMCPr^U(iAd+{qb+2`^B4T}7iYo~>Hbeoeq&t`(n6WJtN5tH>WfhRBpgHrO#>cdAsTJI?OUs!o&%4>sV?Lc#x;VHw8MT6?oSuQ6Pi$u#NZZmG^dj%gJ`=|T6bhZF
P+PKpN{*xugJumv=7N2fx*5vImlWIzx<sWRuHp#3tF6m`OQ8-`C7?znbCQ4MOAc2TW!|_wrfnpAMYt-bi%Sx$S>zLjZ`_y=_es*NzH=M<K}Tg!1Wz=&BrUv~92NRzDb_h(Zh4*&Yf(}bm=i*bTwWe7bJuK}fG4>5
U+!l-1-@(j*D`vnsK;vEKJ3R>CHnHBk_Gr0{FJ1nTst{!8P0K~o$%K<@xI7L*-HwXHhnQJzvb;XmUn$VZFKKfX(ED6Z5Xt<*TvbH|E$JYH_sH?DSOpVF<Z33K8>NfTw3Gya$DIuhUeC?dfvC}wkx|0_W;k&RQogL
Sr~HF`)%KbE|Iix-t<wT%j}kHo`&0U^$gMEdbrlLx#*sLZD8QDrV>m#)-RMDh%`mvnnvSk-?xE+F=#88<Vp%S2IG|^TejWPZ|w|qPPA4iwl=D|#8fz%UDSO*rJ-EjF}7~EDwM?#<}P?_8#d6_;Z|5mijZhLAWzs0
lxn-G!-0?5)Mo4{s-W98XFY)trDkz^!7Q6~xstSb(`K=lhSj0SH45g4ano?92zj>u)!2d`el7QJfxp%zJ$;Z5ilyR}mgA^&5I)=+n8dSaT#Yd{6x4k7IbvNLD=4frO7s+Uxbm;Y8R|9TDcZM597ze;DNg8TYXhDg
H_a(*R6U#az`>oNJ$SNhimS@VaGK<{+)n(|dC`BGTi{e8)ku%!-`j0Gr?8I{qbwxHMo$QYw>CJ6QUAtN{dJ+1>>Hnx@ww?tnrCxsblMu@#T<(D&ou9hLB0vYQG-k3uJ+8zzwUVHftF%YFGdR<h>MQthj)ehSQ!o!
;vA{YHeSaH_A}myn2R%Yx%AB7pvEFEv)?N>mHRXB*ae)0m*PN~5+}u7VNip2Dx+gRxytzR^~Qv<Ssf3Jvt1j&Aobvm{B{0=ajTA_d=x)cY_Wt_4^An6h)Hn1huxIMV!mno5%pk2xzqzd&7X{+bA5cur|`aYCo30|
IatFM)wi+9H|L@*cye$f!Fl4KTo)Fqg}MY)fBB><tmN7T2g)tsGqC99x6UVVFa6uP@Y42OTje*oue%#uj1Ju-(3%)1>9)$&9f>}5tm*Vw$QeNG&l=915iZY??!=JEiH+M^J7$fidrX;|f2+sb>Z;4}u1kP(dS^bo
i?>u~OG86lR-O=f{H$x+twReIyhm7gynFNHOeVCru3OA8m{d=7GWT4<CEcmny7#~$!aa@5y@=TKHC=X3hG-gM$ZjrS1~>@3DNABI%ezGXr2R4bZm=z2;$GOwov5>gc<W)BMioR;SJatnTQyV18a6dyfwd*N33@it
f+NR)0}7LLdr=}p?395GG-XAJgPH`3ny%Xw$#S_c5^Wk_GCLkNot(Of=AMhUDlNs<H|@%rIl!I8vt4<6qoI%``$QZ%H{_ab6>ZHn<=JB1a-*$*OT2F|YLJNogtCTS2p70QkQYIe1`_3Q4LciLY#*z*>8jWi0BfM~
@VGCB7jLm*%DP<w#6@&UT;r+)?l7{%HH>g40VV^&#ZxezfH{trM#6ySlTH^c^ksfbX!-qcxalU!DO*7#U0gqD+ew9bW0+|QmIG#JaUR<CGbkoi=Vvp7k=Tva8Hgrv>)aF1V)=5D^u;6dMPv5Q``RC_ldhXeWd0Cm
p0{oXjZ2vsSI=tfK^dah8867XicoYZOukC_kk%PO4LJsy4O~jin-aw=(axhiq@=8z6<i5<Y2lPD*K?;2rL8#AX-5n0%x#&fMTgsWW}0hd#(9<*rnyX6w;&cSq^e7U-2%o*=@}$glu^0CE>#tBmnZS{I30g6LpHas
l2d}SGk<D86g-O1Hi1r@03zi`2evg)$Zn43$ou|~j(ghUMj@)At9imF)dxq$Wg)?4Q$d%u$<6`}TrNRdwsM~s<nbv|DLqBJ>Xr)5tjPbyZ7MEY3#sBe6q)<?cd&W~)Xo-CjYuKwSS~uc|Dj3)tO@E!9q<WNFpDt_
%6QgRsNidTSxbqWvHA^OohHlMC|0f-(|V20+{m4}PJVl>VhiHs7(Pf6^X9gc0;zRyd-b2=F*%C4i>i|o{8oK1j{_;<!&?@?!gfR3&aHrHi)S8CD7Vt0=U9mv_;P=leNWx2%;Cp!5Vki8CicAbdQt)n$lYy}8<Sx|
)K>%YE?&<bfIx2Aw_BRpT}?}Q_8LBwF=ISypda??DaXIceJH7?Qpmvi6*Wm}!UJNdgSOV3%AJd9wHtyciCfUBHEX(NXkA7NbxP5_Fpa#dRa+sI2|*5bPEHz!0LEf1L{kk#lN2@F{Ap;bHj<mc6V+ki4L9p+3ds;F
CEAr9qM(LW$BG@Pcbbk&q-X;fo}9wAu|hmE{0}veC4UywX=;ybh(^eS&g>d|g}_Xr8YFF+8l_F&$kJ$L-A+STsH9pzZJ7{`ORSX;1sN+ORRxKTz(-9~=_N@Ox*e&`N}$m!tQsMs>c|Bxdpll_8p^<mZNjjJWUlUz
4od%H-;sFLeFa5&Vui}_YW9T8ZD1vym|!r`@5w>{k!#SS5pJo%5G-|WkXD{KchrfU!7b;r0<(hBOrhly>#TvSVQohcRScblj(F5ZC@P0_Q$1u+7Ku3o6(v~Zp;eD(0L|h)!h0@^{C?LUi(-;O^EE6BeZ-FzOA_Q`
&bl(j>NX{`W>#8RJts#;kV~N(00twhE9^Vw>Znjf5d3H>c-pLG=#a};qOcPHouHu$t1Y@nLAkG-%|qqT-?bUOPafc!HBR52Lg3bVXhognt;Q71x#A-(DkCIyomAFwWVTM7kTjOSVZii;fUaVBe<XWA`Y?L92%&@P
P_k1kT93+PVV#9|j~>wKMdQ=SunIwpWUE(XN3JO7betTFTBy4J?^yIY^PZogcW+t7hrx-n=Q=-~cm99Syzsv8GyVHL%2xx%Vwm=HtPJhX?X8{Q`Tu*aq2}*YZks#O8GO#Cd-vS$6V&>QUO0RX?r^Ao+1;a|p4w{N
Jc~$;8FXOC%R_@`r+53EJWz=N+A|ljhA`z+-uDR8Y4x7^I0CuHfwwaAee&mXyxzfdU_55ps<ZjPUM3zf&WvgM182XV-pbmyYIXS0!vFrnO?}tX`<dUM*##qiK-!F{RqEXU_MQ5T>wEQ2e?2S)yQbH-s2PT7xT0tl
i@>7OTQ|yRRN_F4Y|`}~QJ)-X;ZPA{4m;Kt8JiB!`K^)%fi(MRyM6MciKe(A)ChY7fO@QbHW(+l6@quQBkkd^p<2(;_PRkCcd%eyzaHpGgp*0LulCsA$%hXm6=M}d=Mt`caqP}iA8Q15z0A33)yyqTb&|njIg;I}
bS}uCMGImOCRr@bGr{{ZbjHLb!mKR?+4S%D(YN@uc3zrqN<@4<CG{&i$+vSsaYlIWo{J8)rGstia`;`BYMIZ~cVAjm-!*C3c&A~OXq59wF*uZw$?x5=PPJBKN^g~#qW!f<n3Pd_CV8vP`5Ccm^*E<w!MPF<EN!R)
9&Z~1Z^o!iW%OODisgaNEj7&<ajE^9D&)tF%!ow=^n|NF!_T=h^lBJYaU$m2dzS0G3aYC3_waHvF=fKwk+p7KKg;Cc#WTx}q(`MHj9Ra*Gl5*16XcrK#FMkc4RFtpHL2L03(@^?6a>$?t(}3pKXKbtDSX(oFr6Td
CH?+;ru~Gi3X-9biD>X*YlJ?vcRBzv9`HX6!Y2sezQ^5x*LCc6!zyR?{($_A$T3G-lVb)J1{Il9?bH194h-x>*In4)%jXlZP9tf=>{vshb0N`}I@eX=^)%?(njM5Ou@5-6mUgo5eu$t?WA+bmOKRpLKnE+9?zIIl
r=Ollo}%cGjGgOuW|)djvvZM^Z`1;(Ao8(nuO3_pvdRYS)-HpAP-{(JA6Em=2yA4^N_BtzM_A{VRaJMjf>}>eLYpU+vkpkxNBNL^c73tnjuMQdOq|4;rG5ft%vaTh$CN*`URsBa_Z1uVY2vJZ%1NX_Ys?n86j(&Q
k3>=*lkwh|&)q3z1(a_Iagg{Gd^)pEex2*q%z{gF1~sASd4)nX*O#l=i8(14V^qp?ne9XAxk$c9rlF@BQZT@*pk<`ue#Vdt0hXO&gFTH;HY9R8hOfIl_2T&iE2CZn6`le!vojvddtqT2{quTDl*3l5KbhtwyFM7}
NSR%)p~r>PABa!qHg9&G=@*{gkPKk2W2CSD`o~O=4N_<yNhIPI6*-t5iLS{C1za~MgKnQ9w>#NZbd_=H;A)pDkwmwI#B#wrXY%0!r+kdwpH*r7l}Qh0f+l;oc7@Z`*<ytG)z1)Ap`c^n;&i-gNB>&og2Vwdx%qR^
)(VKzk-pTVDArGE?}1BYuKZaT4qcwI|4bCgd6IH{rLW`b>K;~}Ndf-&`XizbDI?o&#S}nKv5w*r$lNtSY*TrgUjyb3oDujoVB^m28$|3>!IX&j)U$OJ6J7tQXsy4wcN1|?%_FBG{X4q=7cQ#mv24tJgZx3!MXDE8
i}?kC09&7p6U*TpF(o2?lhdpJ$-VtqoWGa1;Q7;!;&eRQ5d+9^D@0|*%xiva9)2$Yw@!K0i8;Ly`eVI_V3$wI9+xL;P4_}&Gj}JOvHjUR1+cMvMRAM3{agwG^U1)uh;*>zyVg8=mbOR#@G0Unr|t==w2se`2oHx=
VDINr`)pghMU9m-ihC@4;X*7MHLtHVntJ<e;iz<xV`l=d&c8_a_!vuc)ZM!){e?Vr@v~J(>|`Qk?+!qbehO|BmOu-lJe$+pyw?6UDo~A0Z|w0)XAKX7=^R=5N#s?(_VZYI3@VteD*SJ8lX6)L%Kb};E|H#E$vcsb
>UkmJ!@WXyDpeoC!)0aGq;&`hk;b(Umu|Fg5{+3Em{5lL36ll2A-0?rwOt9Em1lkcig?!&HiV-Zs>Xm)3pYf_mbZq^E{Et;bA+C7U&U^ik#$3Qap!7YnJ#)n^mu+fu8bYJKP1Z*G-f|RLqRC{-q5h&Ju*(Th}(KR
`@2KJ7GmXLIb(Q_yOZ0$v&F+v?w5zo*%H@_hYhkKbfdxD$dW^Ms6z#8qj9^6*ibU>E1V9oY8oMo9mCSf0*IeR)^HlyjlkD>NGU?MUGkWEUdqfMENLMcWg!sy&BP%qO@)Is&eD#Cj67WhqE)wh1T<Iki8hvwQe<P&
M993aoyZ&=N$ZCFs5=zs8-np+gm5=xtpnS}zQRXrNud&5R~ju+gwK{*T6;Y`YQCXP`)cEBXe=yicIbQPnb)O;Rogn1KyF?&?gZ71kahDhq@X$UvnlAbEKy%pmRd}@cM!;w*f|noSrhH2tI7INJPKeIW()_ZUvcc|
GYJcNY;4&*Wcd4ji$M3kd%S_lpzEr_j692(A>0qhW+>c4-P*5^8y{AvR|O89?QywR;tL9MUES>}A-0`X-A5wrEA2Oz7D*X3>8iua{RYJ1EAdf96pU=?c?mKGO*f+XZ8!EUp?g}{Ui?h^D&V*4!rDQ|m7XN%rv5+O
lb9CyA-=49%R!p4Vf}Q?<|7Ki9a^LHQFu0gZ(`i1NcskS>!Cy|JStTe37$l*!c!$}u@{e|WK0>M`0C|Gy>qu-N;H3Y9WkH3JkRsPZmm?`R!%SLS~}khM|?MVN|JrAUFWd3qVmJugn&z$!>jkpAl^zS02B7`h_}`F
8wQdF52MvBxNYU~MS8O4I(~(QXNbAuOA<U+Pm)L$WNDix1!#7g#iB^?`P&r8$Rs!G%Q8RyqCmDBGTAuG^%8YL&%;M{dTnbj6owhv<rI0XZ}{-_6iFDXWNFLauBq8FUqESKZt=4Tsc#{<RF}=OAW7knG&<)7nmI`z
k-im2JL8I=l#o!WF72VF^0QEs^bkMuRJl}3J69Y^JlwKyu|p49*AV?RB>l1_$Fe9v3W5u2kaRQ6RPx`2Kzb;7t%^r{OlHxv;B+F7_d}{8k*bJ+VA1+&*LVogDcDj0Qk1L>m-AXbyU{~dX`zm^_yxgY(ZjxJp`;(!
A|ot}u0J-RXlFeXu832&W#%NHo&h!f<ig?+WcBxwDl5c5A31r(<=|5taq$X)^{k9Ks4Nt?$qHP7tD}4y8(9T{QpxD^-JMl^pRKW66z8V*ZW1>ZHdAuz%BjUGF}v`@8afEX=I^(lCe?A}Vxxo?>kNEaPL~j0Hcu<D
tM&aErc7iQ)~!l6KCKUTjjoA0t+=7%9E1}#=g^!ByXt*PGpi5Sl3-ZWp&W@n4pXSaRf1Jvv-GV;9_kXxG(vk@Lg&k4YUKvC28D%FLeEC9xQASUqE%Tnq$thox=MUMLR9c0Z{?=WOQGDC|L(^!E{Mxn=QF9Uhp81a
1-Rs1YlkFuTY@_LwI`wIB<E@6atTAXTJUGb*I2ssa=N(C*Jvz^SH;&#in785FUQ6^^L<SH$(#QJBZm)X
"""
