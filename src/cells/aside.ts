/** Runs code that is no cell, a widget's, in the lesson's Python; what it shows is the caller's business. */
import type { Kernel, RunResult } from '../kernel/kernel';
import type { CellId, Output } from '../protocol/messages';

export interface AsideRun {
  readonly outcome: RunResult['outcome'];
  /** All of stdout. */
  readonly text: string;
  readonly outputs: readonly Output[];
}

export async function runAside(kernel: Kernel, code: string, onOutput: (output: Output) => void): Promise<AsideRun> {
  const outputs: Output[] = [];
  const { outcome } = await kernel.run(
    { cellId: 'widget' as CellId, label: 'widget', code },
    {
      onStart: () => undefined,
      onOutput(output) {
        outputs.push(output);
        onOutput(output);
      },
      onAsk: () => Promise.reject(new Error('a widget has no input')),
    },
  );
  const said = outputs.map((output) => (output.kind === 'text' && output.stream === 'stdout' ? output.text : ''));
  return { outcome, text: said.join(''), outputs };
}
