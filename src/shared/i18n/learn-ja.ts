/** Japanese sentences about learning: questions, progress, widgets, search. */

export const learnJa = {
  quiz: {
    predict: '予想してから実行',
    check: '確認問題',
    question: (number: number, count: number) => (count > 1 ? `問 ${number}` : '問'),
    compare: 'セルを実行して比べる',
    answer: '答え合わせ',
    choose: 'どれかを選ぶと、答え合わせができます。',
    asPredicted: '予想どおりです。',
    notAsPredicted: '予想とは違いました。',
    right: '正解です。',
    wrong: '違います。',
    isRight: '正しい答え',
    chosen: 'あなたの答え',
    again: 'やり直す',
    result: (right: number, count: number) => `${count} 問中 ${right} 問正解`,
  },
  progress: {
    label: (title: string) => `${title} の進み具合`,
    visited: '読みはじめました',
    done: '修了',
    cells: (ran: number, cells: number) => `実行 ${ran}/${cells}`,
    quizzes: (answered: number, quizzes: number) => `問題 ${answered}/${quizzes}`,
    resume: '続きから',
  },
  search: {
    open: '検索',
    hint: '検索（/ または Ctrl+K）',
    title: 'レッスンを検索',
    placeholder: '学習率、BatchNorm など',
    results: '検索結果',
    count: (count: number) => (count === 0 ? '見つかりません' : `${count} 件`),
    nothing: (query: string) => `「${query}」は見つかりませんでした。`,
    advice: '別の言葉か、コードの中の名前で試してください。',
    loading: '検索の準備をしています',
    failed: '検索を準備できませんでした。ネットワークの接続を確かめてください。',
    keys: '↑ ↓ で選び、Enter で開き、Esc で閉じます。',
    example: '例',
  },
  widget: {
    loading: '部品を読み込んでいます',
    failed: 'この部品を読み込めませんでした。',
  },
};

export type LearnMessages = typeof learnJa;
