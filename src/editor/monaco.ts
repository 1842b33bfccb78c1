/** Loads Monaco once, for Python only, with the page's own colours and its own tokenizer. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
// oxlint-disable-next-line import/default -- vite makes the default export of a ?worker module
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { LineState } from '../shared/python-tokens';
import { tokenizeLine } from '../shared/python-tokens';
import { token } from '../shared/theme';
import type { ShownTheme } from '../shared/theme';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const LANGUAGE = 'python';

/** The state that Monaco keeps between lines. */
class State implements monaco.languages.IState {
  readonly open: LineState;

  constructor(open: LineState) {
    this.open = open;
  }

  clone(): State {
    return new State(this.open);
  }

  equals(other: monaco.languages.IState): boolean {
    if (!(other instanceof State)) return false;
    return this.open?.quote === other.open?.quote && this.open?.formatted === other.open?.formatted;
  }
}

// Monaco ships a Python grammar, but it colours differently from the code that the build highlighted: opening an
// editor would recolour the cell.
monaco.languages.register({ id: LANGUAGE });
monaco.languages.setTokensProvider(LANGUAGE, {
  getInitialState: () => new State(null),
  tokenize(line, state) {
    const { tokens, state: open } = tokenizeLine(line, state instanceof State ? state.open : null);
    return {
      tokens: tokens.map(({ start, kind }) => ({ startIndex: start, scopes: kind })),
      endState: new State(open),
    };
  },
});
monaco.languages.setLanguageConfiguration(LANGUAGE, {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  surroundingPairs: ['{}', '[]', '()', '""', "''"].map(([open = '', close = '']) => ({ open, close })),
  onEnterRules: [
    {
      beforeText: /^\s*(?:def|class|for|if|elif|else|while|try|with|finally|except|async|match|case)\b.*:\s*(?:#.*)?$/,
      action: { indentAction: monaco.languages.IndentAction.Indent },
    },
    {
      beforeText: /^\s+(?:return|pass|break|continue|raise)\b.*$/,
      action: { indentAction: monaco.languages.IndentAction.Outdent },
    },
  ],
});

const RULES = ['comment', 'string', 'keyword', 'constant', 'number', 'builtin', 'definition', 'decorator'] as const;

/** The code to read has its brackets in ink, so the editor does not colour pairs either. */
const BRACKETS = [1, 2, 3, 4, 5, 6].map((level) => `editorBracketHighlight.foreground${level}`);

/** Gives Monaco the colours that the page's design tokens have now. */
export function applyTheme(theme: ShownTheme): void {
  const hex = (name: `--${string}`) => token(name).replace('#', '');
  const colour = (name: `--${string}`) => token(name);
  monaco.editor.defineTheme('page', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: hex('--code-ink') },
      ...RULES.map((kind) => ({ token: kind, foreground: hex(`--code-${kind}`) })),
    ],
    colors: {
      'editor.background': colour('--code-surface'),
      'editor.foreground': colour('--code-ink'),
      'editorLineNumber.foreground': colour('--code-line-number'),
      'editorLineNumber.activeForeground': colour('--ink-soft'),
      'editorCursor.foreground': colour('--accent'),
      'editor.selectionBackground': colour('--code-selection'),
      ...BRACKETS.reduce((colours, name) => ({ ...colours, [name]: colour('--code-ink') }), {}),
      'editorBracketMatch.background': colour('--code-selection'),
      'editorBracketMatch.border': colour('--code-surface'),
      'editorWidget.background': colour('--surface'),
      'editorWidget.border': colour('--line'),
      'editorWidget.foreground': colour('--ink'),
      'input.background': colour('--surface-sunken'),
      'input.foreground': colour('--ink'),
      focusBorder: colour('--accent'),
    },
  });
  monaco.editor.setTheme('page');
}

export function createEditor(host: HTMLElement, code: string, label: string): monaco.editor.IStandaloneCodeEditor {
  return monaco.editor.create(host, {
    value: code,
    language: LANGUAGE,
    theme: 'page',
    ariaLabel: label,
    fontFamily: token('--font-code'),
    fontSize: 14,
    lineHeight: 22,
    letterSpacing: 0,
    fontLigatures: false,
    padding: { top: 12, bottom: 12 },
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 14,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    stickyScroll: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollbar: { vertical: 'hidden', horizontalScrollbarSize: 8, alwaysConsumeMouseWheel: false, useShadows: false },
    automaticLayout: true,
    fixedOverflowWidgets: true,
    renderLineHighlight: 'none',
    renderFinalNewline: 'on',
    guides: { indentation: false },
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    // Japanese text is not suspicious.
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    suggestOnTriggerCharacters: false,
    links: false,
    contextmenu: false,
    dropIntoEditor: { enabled: false },
    tabSize: 4,
    insertSpaces: true,
    detectIndentation: false,
  });
}

export { monaco };
