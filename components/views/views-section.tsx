'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import { MOST_VIEW_NAME, type View } from '@/lib/reader';
import { partsOf } from '../filters/parts';
import { Section } from '../filters/section';
import { usePartName } from '../filters/use-part-name';
import { isUnfiltered, listKey } from '../live/address';
import { Button } from '../ui/button';
import { PlusIcon } from '../ui/icons';
import { NameForm } from './name-form';
import { useNotice, ViewNotice } from './view-notice';
import type { Views } from './use-views';
import { ViewList } from './view-list';

interface Props {
  views: Views;
  query: FilterQuery;
  /** of places and topics by their id, of publishers by `publisher:` and theirs */
  nameOf(id: string): string;
  onOpen(view: View): void;
}

/** The reader's saved filters: opened, put in order, renamed, deleted, and the present one saved. */
export function ViewsSection({ views, query, nameOf, onOpen }: Props) {
  const t = useTranslations('views');
  const [naming, setNaming] = useState(false);
  const { notice, tell } = useNotice();
  const partName = usePartName(query, nameOf);
  const list = views.views ?? [];
  const isKept = list.some((view) => listKey(view.query) === listKey(query));
  const remove = async (view: View) => {
    const before = list.map(({ id }) => id);
    if (await views.remove(view)) tell(t('deleted', { name: view.name }), () => void restore(view, before));
  };
  const restore = async (view: View, before: readonly number[]) => {
    tell(null);
    await views.restore(view, before);
  };
  const save = async (name: string) => {
    if (!(await views.save(name, query))) return;
    setNaming(false);
    tell(t('saved', { name }));
  };
  return (
    <Section testId="views" title={t('title')} chosen={0}>
      {list.length === 0 && !naming ? <p className="pb-1.5 text-xs text-faint">{t('none')}</p> : null}
      <ViewList views={list} currentKey={listKey(query)} actions={views} query={query} onOpen={onOpen} onDelete={(view) => void remove(view)} tell={tell} />
      {naming ? (
        <>
          <NameForm first={partsOf(query).map(partName).join(' · ').slice(0, MOST_VIEW_NAME)} onKeep={(name) => void save(name)} onCancel={() => setNaming(false)} />
          <p data-testid="views-belong" className="pb-1 text-xs text-faint">{t('belong')}</p>
        </>
      ) : (
        <Button tone="quiet" data-testid="save-view" disabled={isUnfiltered(query) || isKept} onClick={() => setNaming(true)} className="-ms-1 h-7 px-1.5 text-accent hover:text-accent">
          <PlusIcon />
          {t('save')}
        </Button>
      )}
      {views.problem ? <p role="alert" className="text-xs text-bad">{t('failed', { reason: views.problem })}</p> : null}
      <ViewNotice notice={notice} onClose={() => tell(null)} />
    </Section>
  );
}
