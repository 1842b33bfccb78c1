/** The bundles of the assignments that were made in this browser. */
import { listDocuments } from '../shared/storage/documents';
import { saveFile } from '../shared/storage/save-file';
import { readBundle, writeBundle } from './bundle';
import type { Bundle } from './bundle';

export function saveBundle(bundle: Bundle): void {
  saveFile(`${bundle.assignment.id}.bundle.zip`, new Blob([writeBundle(bundle)], { type: 'application/zip' }));
}

export async function storedBundles(): Promise<readonly Bundle[]> {
  const rows = await listDocuments('assigned').catch(() => []);
  return rows.flatMap(({ content }) => {
    try {
      return content instanceof Uint8Array ? [readBundle(content)] : [];
    } catch {
      return [];
    }
  });
}
