'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../ui/dialog';
import { Versions } from './versions';

interface Props {
  /** the article's */
  id: string;
  lang: string | null;
  onClose(): void;
}

/** What changed in an article, over the list. */
export function VersionsDialog({ id, lang, onClose }: Props) {
  const t = useTranslations('versions');
  return (
    <Dialog title={t('title')} place="wide" testId="versions-dialog" onClose={onClose}>
      <Versions id={id} lang={lang} />
    </Dialog>
  );
}
