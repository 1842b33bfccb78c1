/** Exports the reader's work into the browser's downloads. */
import { exportProfile, LARGEST_PROFILE } from './profile';
import { saveFile } from './save-file';

/** `too-large`: it was saved, but no page will be able to read it. */
export type ExportOutcome = 'saved' | 'too-large' | 'failed';

export async function saveProfile(): Promise<ExportOutcome> {
  try {
    const profile = await exportProfile();
    saveFile(profileName(), profile);
    return profile.size > LARGEST_PROFILE ? 'too-large' : 'saved';
  } catch {
    return 'failed';
  }
}

/** `torch-playground-2026-04-01.json`. */
function profileName(): string {
  return `torch-playground-${new Date().toISOString().slice(0, 10)}.json`;
}
