/** What of PyTorch and of Keras works, as scripts/api-table.mjs found it. */
import keras from './keras-api.json';
import data from './torch-api.json';
import type { Language } from './types';

type Words = Readonly<Record<Language, string>>;

export interface ApiSection {
  /** A module, or torch.Tensor. */
  readonly name: string;
  readonly works: readonly string[];
  /** Names that work but for some parameters, or but for what the note says. */
  readonly partly: readonly { readonly name: string; readonly lacks: readonly string[]; readonly note: Words | null }[];
  readonly none: readonly { readonly name: string; readonly nearest: Words }[];
}

export type ApiLibrary = 'torch' | 'keras';

export const apiSections: Readonly<Record<ApiLibrary, readonly ApiSection[]>> = { torch: data, keras };
