/** How far offline use is ready, in words and sums. */
import { TIERS } from '../offline/manifest';
import { isReadyOffline } from '../offline/offline';
import type { OfflineState } from '../offline/offline';
import type { Messages } from '../shared/i18n/text';

export function total({ tiers }: OfflineState, what: 'bytes' | 'stored'): number {
  return TIERS.reduce((sum, tier) => sum + tiers[tier][what], 0);
}

export function offlineSentence({ offline: text }: Messages['keep'], state: OfflineState): string {
  if (state.support !== 'ready') return text[state.support];
  if (isReadyOffline(state)) return text.ready;
  if (!state.downloading) return text.partly;
  return text.saving(Math.floor((100 * total(state, 'stored')) / Math.max(1, total(state, 'bytes'))));
}
