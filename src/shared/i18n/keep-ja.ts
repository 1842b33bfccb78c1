/** Japanese sentences about what this device keeps: offline use, updates, saved work. */

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
    network: 'ネットワークにつながらないため、保存を中断しました。',
    full: 'この端末の空き容量が足りないため、保存を中断しました。',
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
