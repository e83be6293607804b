'use client';

import { useTranslations } from 'next-intl';
import type { ArticleItem } from '@/lib/article';
import { useWordsOf } from '../../sources/words-of';
import type { ReaderMarks } from '../use-reader-marks';
import { ReaderBody } from './reader-body';
import { ReaderHead } from './reader-head';
import { useArticle } from './use-article';

interface Props {
  id: string;
  /** what the list knows of it; null where it isn't in the list */
  item: ArticleItem | null;
  reader: ReaderMarks;
  onClose(): void;
}

/** An article whole, with its tags and the words that they rest on. What the list knows of it is there at once. */
export function Reader({ id, item, reader, onClose }: Props) {
  const t = useTranslations('article');
  const { article, failed, ...writing } = useArticle(id, item?.version ?? 0);
  const wordsOf = useWordsOf();
  return (
    <>
      <ReaderHead id={id} known={article ?? item} article={article} reader={reader} onClose={onClose} />
      {article ? <ReaderBody article={article} note={reader.marks.get(id)?.note ?? null} onNote={(note) => reader.mark(id, { note })} {...writing} /> : null}
      {!article && !failed && item ? <Preview item={item} /> : null}
      {!article && !failed ? <p className="px-5 py-3 text-sm text-faint">{t('loading')}</p> : null}
      {!article && failed ? (
        <p role="alert" className="px-5 py-3 text-sm text-bad">
          {failed.status === 404 ? t('gone') : t('failed', { reason: wordsOf(failed) })}
        </p>
      ) : null}
    </>
  );
}

function Preview({ item }: { item: ArticleItem }) {
  return (
    <div dir={item.dir} lang={item.lang ?? undefined} className="reader-text px-5 pt-4">
      <h2>{item.title}</h2>
      <div className="reader-prose">{item.lead}</div>
    </div>
  );
}
