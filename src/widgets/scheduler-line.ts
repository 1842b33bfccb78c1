/** Writes the settings of the schedule widget into a cell's code; no React. */
import { writeValue } from './python-settings';

export interface Written {
  /** `StepLR(optimizer, …)` */
  readonly code: string;
  readonly lr: string;
  readonly epochs: number;
}

/** The line `scheduler = …` gets another scheduler, the lines `lr = …` and `epochs = …` other values. */
export function replaceScheduler(cell: string, { code, lr, epochs }: Written): string {
  const changed = writeValue(writeValue(cell, 'lr', lr), 'epochs', String(epochs));
  return changed.replace(/^(scheduler = ).*$/m, (_line, head: string) => head + `lr_scheduler.${code}`);
}
