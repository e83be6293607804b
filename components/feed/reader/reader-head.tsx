'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { ArticleDetail } from '@/lib/correction';
import { NO_MARK } from '@/lib/reader';
import { useTimeZone } from '../../ui/clock';
import { copyText } from '../../ui/copy-text';
import { CloseIcon, CopyIcon, HiddenIcon, LinkIcon, OutwardIcon, StarIcon } from '../../ui/icons';
import type { ReaderMarks } from '../use-reader-marks';
import { webUrl } from '../web-url';
import { citationOf } from './citation';

interface Props {
  id: string;
  known: { publisher: { name: string }; url: string | null } | null;
  article: ArticleDetail | null;
  reader: ReaderMarks;
  onClose(): void;
}

/** First of all the way to the source; then what a reader does with the article. */
export function ReaderHead({ id, known, article, reader, onClose }: Props) {
  const t = useTranslations('article');
  const timeZone = useTimeZone();
  const [said, say] = useState<{ text: string; bad: boolean } | null>(null);
  const mark = reader.marks.get(id) ?? NO_MARK;
  const copy = async (text: string, done: string) => {
    const copied = await copyText(text);
    say(copied ? { text: done, bad: false } : { text: t('copyFailed'), bad: true });
  };
  return (
    <header className="reader-head">
      {known ? <Source name={known.publisher.name} url={webUrl(known.url)} /> : <span className="flex-1" />}
      <span role="status" className={`min-w-0 truncate text-xs ${said?.bad ? 'text-bad' : 'text-soft'}`}>
        {said?.text}
      </span>
      <span className="flex shrink-0 items-center">
        {article ? (
          <Action name="cite" label={t('cite')} onClick={() => void copy(citationOf(article, timeZone), t('cited'))}>
            <CopyIcon />
          </Action>
        ) : null}
        <Action name="link" label={t('copyLink')} onClick={() => void copy(linkTo(id), t('linkCopied'))}>
          <LinkIcon />
        </Action>
        <Action name="hide" label={t('hide')} onClick={() => {
            reader.mark(id, { hidden: true });
            onClose();
          }}>
          <HiddenIcon />
        </Action>
        <Action name="star" label={t('star')} pressed={mark.starred} onClick={() => reader.toggleMark(id, 'starred')}>
          <StarIcon filled={mark.starred} />
        </Action>
        <Action name="close" label={t('close')} onClick={onClose}>
          <CloseIcon />
        </Action>
      </span>
    </header>
  );
}

/** The article's own address in this Marsad, without the filter of its finder. */
function linkTo(id: string): string {
  return `${window.location.origin}/?article=${id}`;
}

function Source({ name, url }: { name: string; url: string | null }) {
  const t = useTranslations('article');
  if (url === null) return <bdi className="min-w-0 flex-1 truncate font-medium">{name}</bdi>;
  return (
    <span className="min-w-0 flex-1">
      <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={t('sourceHint')} className="reader-source">
        <bdi className="truncate">{name}</bdi>
        <OutwardIcon className="shrink-0" />
      </a>
    </span>
  );
}

interface ActionProps {
  name: string;
  label: string;
  pressed?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Action({ name, label, pressed, onClick, children }: ActionProps) {
  return (
    <button type="button" data-action={name} aria-label={label} title={label} aria-pressed={pressed} onClick={onClick} className="reader-action">
      {children}
    </button>
  );
}
