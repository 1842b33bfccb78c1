/** Japanese sentences about what this device keeps: offline use, updates, saved work. */

interface Counts {
  readonly cells: number;
  readonly runs: number;
  readonly files: number;
  readonly documents: number;
}

export const keepJa = {
  title: 'オフラインと保存データ',
  lead: '書いたコードも Python のファイルも、このブラウザの中だけに保存されます。',
  offline: {
    title: 'オフラインで使う',
    lead: '保存がすべて終わると、ネットワークがなくても、レッスン、Python、エディターのすべてが使えます。',
    ready: 'オフラインで使えます',
    partly: '一部だけオフラインで使えます',
    saving: (percent: number) => `オフライン用に保存中 ${percent}%`,
    starting: '確認中',
    unsupported: 'オフラインでは使えません',
    unsupportedText:
      'このブラウザ、またはその設定では、サイトを保存できません。ネットワークにつながっていれば使えます。http のアドレスやプライベートウィンドウでないか確かめてください。',
    tiers: {
      shell: 'レッスンの本文と画面',
      python: 'Python と MNIST のデータ',
      extras: 'エディターと図',
    },
    part: '内容',
    size: '大きさ',
    stored: '保存済み',
    notStored: '未保存',
    all: '合計',
    fetch: 'すべて保存する',
    free: '空き容量を増やす',
    freeHint: '本文と画面のほかを消します。書いたコードは消えません。',
    dataset: {
      title: 'MNIST の全データ',
      text: (size: string) =>
        `レッスンは、MNIST の最初の 10,000 枚（学習用）と 2,000 枚（テスト用）を使います。残りを取り寄せると（${size}）、60,000 枚と 10,000 枚のすべてを、ネットワークがなくても使えます。datasets.MNIST と keras.datasets.mnist の中身がそのまま増えます。`,
      fetch: 'MNIST をすべて取り寄せる',
      ready: 'Python から MNIST のすべてを使えます。',
    },
    network: 'ネットワークにつながらないため、保存を中断しました。',
    full: 'この端末の空き容量が足りないため、保存を中断しました。',
  },
  data: {
    title: '保存データ',
    lead: '編集したコード、実行結果、Python のファイル、学習の記録、文書（演習や課題の解答、採点簿、作った課題と演習、取り込んだノートブック）を 1 つのファイルに書き出せます。別の端末やブラウザで読み込むと、新しいほうの内容が残ります。',
    counts: ({ cells, runs, files, documents }: Counts) =>
      `編集したセル ${cells} 個、実行結果 ${runs} 個、ファイル ${files} 個、文書 ${documents} 件`,
    space: (used: string, quota: string) => `このサイトは ${used} を使っています（上限 約 ${quota}）。`,
    export: '書き出す',
    import: '読み込む',
    exported: {
      saved: '書き出しました。',
      'too-large':
        '書き出しましたが、500 MB を超えているため読み込めません。大きいファイルを「ファイル」から 1 つずつダウンロードし、削除してから、もう一度書き出してください。',
      failed:
        '書き出せませんでした。大きいファイルがあれば、「ファイル」から 1 つずつダウンロードし、削除してから、もう一度試してください。',
    },
    imported: ({ cells, runs, files, documents }: Counts) =>
      `読み込みました: セル ${cells} 個、実行結果 ${runs} 個、ファイル ${files} 個、文書 ${documents} 件`,
    problems: {
      'not-a-profile': 'このサイトで書き出したファイルではありません。何も変更していません。',
      newer: '新しい版で書き出されたファイルです。サイトを更新してください。何も変更していません。',
      damaged: 'ファイルが壊れています。何も変更していません。',
      'too-large': 'ファイルが 500 MB を超えているため、読み込めません。何も変更していません。',
      denied: 'このブラウザではデータを保存できません。',
      full: '空き容量が足りず、すべては読み込めませんでした。空きを作ってから、同じファイルをもう一度読み込んでください。',
    },
    full: '空き容量が足りず、編集した内容を保存できません。このページを閉じる前に書き出してください。',
    damaged: (count: number) =>
      `保存データのうち ${count} 件を読めませんでした。ほかは無事です。念のため書き出しておくことをおすすめします。`,
  },
  files: {
    title: 'ファイル',
    empty: 'Python が書いたファイル（torch.save や open で作ったもの）がここに並びます。',
    upload: 'ファイルを追加',
    hint: 'ここにファイルを落としても追加できます。ファイルはこのブラウザに残り、次の Python でも使えます。',
    used: (size: string) => `合計 ${size}`,
    free: (size: string) => `空き 約 ${size}`,
    download: (name: string) => `${name} をダウンロード`,
    rename: (name: string) => `${name} の名前を変える`,
    newName: (name: string) => `${name} の新しい名前`,
    renameDone: '変える',
    cancel: 'やめる',
    remove: (name: string) => `${name} を削除`,
    problems: {
      full: '空き容量が足りないため、ファイルを残せません。ダウンロードしておいてください。',
      denied: 'このブラウザではファイルを残せません。ページを閉じる前にダウンロードしてください。',
      'too-large': '256 MB を超えるファイルは追加できません。',
      'too-many': 'ファイルが多すぎます。これ以上は残せません。',
      name: 'その名前は使えません。空でも . や .. でもなく、ほかのファイルやフォルダーと重ならない名前にしてください。',
    },
  },
  share: {
    share: '共有',
    hint: 'このセルのコードをリンクにする',
    link: 'このコードのリンク',
    private: 'リンクにはコードだけが入ります。どこにも送信されません。',
    tooLarge: 'コードが 30 KB を超えているため、リンクにできません。',
    title: '共有されたコード',
    warning: 'このコードはリンクの作り手のもので、教材の内容ではありません。内容を確かめてから実行してください。',
    safety: '「実行」を押すまで何も動きません。実行しても、ネットワークやあなたのファイルには触れられません。',
    origin: (origin: string) => `出どころ: ${origin} の共有リンク。`,
    claims: 'リンクの作り手によると、もとは',
    cell: (title: string, cell: number) => `「${title}」のセル ${cell}`,
    unreadable: '共有リンクを読めません',
    unreadableText: 'リンクが途中で切れているか、壊れています。もう一度コピーしてもらってください。',
  },
  cell: {
    saved: '編集済み・保存しました',
    newText: 'このセルは、編集したあとにレッスンの側も新しくなりました。',
    keepMine: '自分の版を残す',
    takeNew: '新しい版を使う',
    difference: '違いを見る',
    legend: '− は自分の版だけにある行、+ は新しい版だけにある行です。',
    editedElsewhere: '別のタブでの編集を取り込みました。',
    takeBack: '取り込む前に戻す',
  },
  update: {
    label: '更新',
    waiting: '新しい版があります。',
    elsewhere: '別のタブで新しい版に切り替わりました。',
    apply: '再読み込みして更新',
    busy: 'セルの実行が終わると更新できます。',
    later: 'あとで',
  },
};

export type KeepMessages = typeof keepJa;
