/** Makes a link of a cell's code; the link is the code itself, nothing is sent anywhere. */
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useLanguage, useText } from '../shared/i18n/text';
import { CopyField } from '../ui/CopyField';
import { ShareIcon } from '../ui/icons';
import type { CellState } from './cell-state';
import { useSession } from './current-session';
import { isSharedSlug, packShared, sharedAddress } from './share-link';
import './share.css';

type Link = { readonly state: 'making' | 'too-large' } | { readonly state: 'made'; readonly address: string };

export function ShareButton({ cell }: { readonly cell: CellState }) {
  const session = useSession();
  const language = useLanguage();
  const { keep } = useText();
  const { share: text } = keep;
  const [link, setLink] = useState<Link>({ state: 'making' });
  const make = (open: boolean) => {
    if (!open) return;
    setLink({ state: 'making' });
    const from = isSharedSlug(session.slug) ? null : { slug: session.slug, cell: cell.number };
    packShared({ code: cell.code, from }).then(
      (packed) => setLink({ state: 'made', address: sharedAddress(language, packed) }),
      () => setLink({ state: 'too-large' }),
    );
  };
  return (
    <Popover.Root onOpenChange={make}>
      <Popover.Trigger className="quiet" title={text.hint}>
        <ShareIcon />
        <span className="label">{text.share}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="panel" sideOffset={6} collisionPadding={12} align="end" aria-label={text.hint}>
          {link.state === 'too-large' && <p role="alert">{text.tooLarge}</p>}
          {link.state === 'made' && <CopyField label={text.link} value={link.address} />}
          <p className="panel-hint">{text.private}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
