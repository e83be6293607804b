'use client';

import { useTranslations } from 'next-intl';
import type { ArticleItem } from '@/lib/article';
import { useWordsOf } from '../../sources/words-of';
import { Dialog } from '../../ui/dialog';
import { RelativeTime } from '../../ui/relative-time';
import { buttonClass } from '../../ui/button';
import { webUrl } from '../web-url';
import { ReaderBody } from './reader-body';
import { useArticle } from './use-article';

interface Props {
  item: ArticleItem;
  onClose(): void;
}

/** An article whole, with its tags and the words that they rest on. */
export function Reader({ item, onClose }: Props) {
  const t = useTranslations();
  const { article, failed, ...writing } = useArticle(item.id, item.version);
  const wordsOf = useWordsOf();
  const url = webUrl(item.url);
  const title = (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <bdi>{item.publisher.name}</bdi>
      <span className="text-sm font-normal text-faint">
        <RelativeTime iso={item.sortAt} hint={(time) => time} />
      </span>
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={`${buttonClass('quiet')} h-6! px-0! text-accent!`}>
          {t('reader.source')}
        </a>
      ) : null}
    </span>
  );
  return (
    <Dialog title={title} place="wide" testId="reader" onClose={onClose}>
      <div className="min-h-40">
        {article ? <ReaderBody article={article} {...writing} /> : null}
        {!article && !failed ? <p className="text-sm text-faint">{t('versions.loading')}</p> : null}
        {!article && failed ? (
          <p role="alert" className="text-sm text-bad">
            {t('versions.failed', { reason: wordsOf(failed) })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
