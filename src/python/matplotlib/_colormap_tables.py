"""Colours along each colour map, as hexadecimal RGB at equal distances; what lies between is interpolated (two steps of 255
at most from the published maps). Turning them into colour maps is left to cm.

Sources: viridis, plasma, inferno, magma (Smith and van der Walt, CC0), cividis (Nunez, Anderton and Renslow, 2018), turbo
(Mikhailov, 2019), coolwarm (Moreland, 2009), twilight (Bechtold, CC0), the brewer maps (colorbrewer2.org, Cynthia Brewer,
Apache 2.0), tab10 and tab20 (Tableau).
"""

# Interpolated.
SMOOTH = {
    "viridis": (
        "440154470d6048186a482374472d7b4536814240863f49893b528b375a8d33638d2f6a8e2c728e297a8e26818e23898e21908c"
        "1f988b1f9f8821a68528ae8031b57b3ebc744cc26c5dc9636ece5882d34c96d83fabdc32c0df24d5e21aeae51afde725"
    ),
    "plasma": (
        "0d08871b068d2605912f059638049a41049d4903a05102a35901a56100a76900a87100a87801a88004a88707a68e0ca49511a1"
        "9c179ea21d9aa82296ae2892b42e8dba3388bf3984c43e7fc9447acd4a76d24f71d6556dda5b69de6164e26660e66c5ce97257"
        "ed7953f07f4ff3854bf58c46f79342f99a3efba139fca835fdaf31feb72dfebe2afdc627fcce25fbd724f8df25f6e826f3f027"
        "f0f921"
    ),
    "inferno": (
        "0000040403120b0724150b37210c4a2e0a5a3c09654a0c6b57106d63146e70196e7d1e6d89226a962766a32b61af315cbb3755"
        "c63e4dd14644db4f3be35932eb6528f1711ef67f14f98d0afb9c06fcab0ffbba1ff9ca32f5d949f2e865f3f586fcffa4"
    ),
    "magma": (
        "00000407061b150e372612563b0f7050127c641a807822818c2981a1307eb63779ca3e72de4968ed5a5ff66f5cfb8761fe9f6d"
        "feb77efece91fde6a7fcfdbf"
    ),
    "cividis": (
        "00224e00245100255400275800285b002a5f002b62002c66002e6a002f6d0030700031710433710b34701135701637701a386f"
        "1e3a6f213b6e243c6e273e6e2a3f6d2d416d2f426d32436d34456c36466c38476c3b496c3d4a6c3f4c6c414d6c434e6c45506c"
        "47516c49526c4b546c4d556c4f576c51586c52596d545b6d565c6d585e6d5a5f6e5b606e5d626e5f636f61656f63666f646770"
        "666970686a71696c716b6d726d6e726f70737071747273747474757576767777767978777a7a787c7b787e7d78807e78828078"
        "8481798583798784788986788b87788d89788f8a78918c78938d78958f779790779992779b93769d95769f9676a19875a39a75"
        "a59b74a79d74a99e73aba072ada272afa371b1a570b3a670b5a86fb7aa6eb9ab6dbbad6cbdaf6cbfb06bc1b26ac3b469c5b568"
        "c8b766cab965ccba64cebc63d0be61d2c060d4c15fd7c35dd9c55cdbc75addc958dfca57e1cc55e4ce53e6d051e8d24fead44c"
        "edd54aefd748f1d945f4db42f6dd3ff8df3cfbe138fde334fee535fee838"
    ),
    "gray": "000000ffffff",
    "Greys": "fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000",
    "Purples": "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d",
    "Blues": "f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b",
    "Greens": "f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b",
    "Oranges": "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704",
    "Reds": "fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d",
    "YlOrBr": "ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506",
    "YlOrRd": "ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026",
    "OrRd": "fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000",
    "PuRd": "f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f",
    "RdPu": "fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a",
    "BuPu": "f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b",
    "GnBu": "f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081",
    "PuBu": "fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858",
    "YlGnBu": "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58",
    "PuBuGn": "fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636",
    "BuGn": "f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b",
    "YlGn": "ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529",
    "PiYG": "8e0152c51c7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419",
    "PRGn": "40004b762a839970abc2a5cfe7d4e8f7f7f6d9f0d3a6dba05aae611b783700441b",
    "BrBG": "5430058c510abf812ddfc27df6e8c3f5f5f4c7eae580cdc135978f02665e003c30",
    "PuOr": "7f3b08b35806e08214fdb863fee0b6f7f6f6d8daebb2abd28073ac5427882d004b",
    "RdGy": "67001fb2182bd6604df4a582fddbc7fffefee0e0e0bababa8787874d4d4d1a1a1a",
    "RdBu": "67001fb2182bd6604df4a582fddbc7f7f7f6d1e5f092c5de4393c32166ab053061",
    "RdYlBu": "a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695",
    "RdYlGn": "a50026d73027f46d43fdae61fee08bffffbed9ef8ba6d96a66bd631a9850006837",
    "Spectral": "9e0142d53e4ff46d43fdae61fee08bffffbee6f598abdda466c2a53388bc5e4fa2",
    "coolwarm": (
        "3b4cc0445acc4d68d75775e16282ea6c8ef1779af782a5fb8db0fe98b9ffa3c2feaec9fcb8d0f9c2d5f4ccd9eed5dbe6dddddd"
        "e5d8d1ecd3c5f1ccb9f4c4adf7bba0f7b194f7a687f49a7bf18d6fec7f63e57058de604dd55042cb3e38c0282fb40426"
    ),
    "bwr": "0000fffefefeff0000",
    "cool": "00ffffff00ff",
    "spring": "ff00ffffff00",
    "summer": "008066ffff66",
    "autumn": "ff0000ffff00",
    "winter": "0000ff00ff80",
    "bone": "0000001c1c2738384e545574707b8f8ba1aba8c7c7d3e3e3ffffff",
    "copper": "000000140c082719103b25184f3220623e28764b308a57389d643fb17047c57d4fd98957ec955fffa267ffae6fffbb77ffc77f",
    "rainbow": "8000ff6032fe4062fa208ef401b4ec20d4e140ecd460fac580ffb49ffaa2bfec8edfd478ffb462ff8e4aff6232ff3219ff0000",
    "turbo": (
        "30123b392a734040a14456c7466be3467ff64293ff37a7fa29bbec1dcdd818dcc31ee8b031f2994cf97e6bfd648aff4da3fd3c"
        "b8f735cced34dee037edd03af8c03afdae35fe982cfb8022f56817ec520fe04009d23105c02302ac1701950d017a0403"
    ),
    "twilight": "e2d9e2d6d7ddc2ced4aac2cc94b4c781a6c37296c16886be6275ba5f63b55e50ac5d3da0592a8f511b7745135c3811452f1436",
    "pink": (
        "1e0000321a1a3f25254b2d2d5534345d3a3a6540406d4545744a4a7a4e4e8152528756568c5a5a925e5e9761619c6565a16868"
        "a66b6bab6e6eaf7171b47474b87777bc7a7ac07d7dc3827fc48882c68d85c89387ca988acb9d8ccda28fcfa791d0ab93d2b096"
        "d3b498d5b99ad7bd9cd8c19edac5a0dbc9a3ddcda5ded0a7e0d4a9e1d8abe3dbade4dfafe6e2b1e7e6b2e9e9b5eaeabbececc0"
        "ededc5efefcaf0f0cff1f1d4f3f3d9f4f4ddf6f6e2f7f7e6f8f8eafafaeffbfbf3fcfcf7fefefbffffff"
    ),
    "seismic": "00004c0000ffffffffff00007f0000",
}

# Single colours, for classes.
LISTED = {
    "tab10": "1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf",
    "tab20": (
        "1f77b4aec7e8ff7f0effbb782ca02c98df8ad62728ff98969467bdc5b0d58c564bc49c94e377c2f7b6d27f7f7fc7c7c7bcbd22"
        "dbdb8d17becf9edae5"
    ),
    "Set1": "e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999",
    "Set2": "66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3",
    "Set3": "8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f",
    "Paired": "a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928",
    "Pastel1": "fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2",
    "Pastel2": "b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc",
    "Dark2": "1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666",
    "Accent": "7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666",
}

# Each channel as (position, value) nodes.
SEGMENTED = {
    "jet": (
        ((0, 0), (0.35, 0), (0.66, 1), (0.89, 1), (1, 0.5)),
        ((0, 0), (0.125, 0), (0.375, 1), (0.64, 1), (0.91, 0), (1, 0)),
        ((0, 0.5), (0.11, 1), (0.34, 1), (0.65, 0), (1, 0)),
    ),
    "hot": (
        ((0, 0.0416), (0.365079, 1), (1, 1)),
        ((0, 0), (0.365079, 0), (0.746032, 1), (1, 1)),
        ((0, 0), (0.746032, 0), (1, 1)),
    ),
    "hsv": (
        ((0, 1), (1 / 6, 1), (2 / 6, 0), (4 / 6, 0), (5 / 6, 1), (1, 1)),
        ((0, 0), (1 / 6, 1), (3 / 6, 1), (4 / 6, 0), (1, 0)),
        ((0, 0), (2 / 6, 0), (3 / 6, 1), (5 / 6, 1), (1, 0.09375)),
    ),
    "terrain": (
        ((0, 0.2), (0.15, 0), (0.25, 0), (0.5, 1), (0.75, 0.5), (1, 1)),
        ((0, 0.2), (0.15, 0.6), (0.25, 0.8), (0.5, 1), (0.75, 0.36), (1, 1)),
        ((0, 0.6), (0.15, 1), (0.25, 0.4), (0.5, 0.6), (0.75, 0.33), (1, 1)),
    ),
}
