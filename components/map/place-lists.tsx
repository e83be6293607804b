'use client';

import { useTranslations } from 'next-intl';
import type { MappedPlace } from '@/lib/map';
import { PLACE_ROLES } from '@/lib/place';
import { formatNumber, formatShare } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import type { Shown } from './scene-of';

interface Props {
  shown: Shown;
  /** ids of the filter's own places, and of the one that is looked at */
  chosen: readonly string[];
  nameOf(id: string): string;
  onPick(id: string): void;
  /** all columns: where the table stands for the map */
  wide?: boolean;
}

/** The map's numbers in words, most mentioned first: what can't be seen on it, and the way to it by keyboard. */
export function PlaceLists({ shown, ...rest }: Props) {
  const t = useTranslations('map');
  const lists = [
    ['countries', t('listCountries'), shown.countries], ['provinces', t('listProvinces'), shown.provinces],
    ['places', t('listPlaces'), shown.places], ['others', t('listOthers'), shown.others],
  ] as const;
  if (lists.every(([, , places]) => places.length === 0)) return <p className="text-sm text-soft">{t('empty')}</p>;
  return (
    <div className="flex flex-col gap-5" data-testid="map-table">
      {lists.map(([name, title, places]) => (places.length > 0 ? <PlaceList key={name} name={name} title={title} places={places} {...rest} /> : null))}
    </div>
  );
}

/** More than this nobody reads; the CSV has all. */
const MOST_ROWS = 60;

function PlaceList({ name, title, places, wide = false, ...rest }: { name: string; title: string; places: readonly MappedPlace[] } & Omit<Props, 'shown'>) {
  const t = useTranslations('map');
  const role = useTranslations('role');
  const cell = 'px-1.5 py-1 text-end font-normal whitespace-nowrap';
  return (
    <table className="w-full table-auto border-collapse text-sm" data-list={name}>
      <caption className="pb-1 text-start text-sm font-semibold">{title}</caption>
      <thead className="text-xs text-faint">
        <tr className="border-b border-line">
          <th scope="col" className="py-1 text-start font-normal">{t('name')}</th>
          <th scope="col" className={cell}>{t('articles')}</th>
          <th scope="col" className={cell}>{t('share')}</th>
          {wide ? <th scope="col" className={cell}>{t('publishers')}</th> : null}
          {wide ? PLACE_ROLES.map((one) => <th key={one} scope="col" className={cell}>{role(one)}</th>) : null}
        </tr>
      </thead>
      <tbody>
        {places.slice(0, MOST_ROWS).map((place) => (
          <PlaceRow key={place.id} place={place} wide={wide} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function PlaceRow({ place, wide, chosen, nameOf, onPick }: { place: MappedPlace; wide: boolean } & Omit<Props, 'shown' | 'wide'>) {
  const locale = useUiLocale();
  const cell = 'px-1.5 py-0.5 text-end tabular-nums text-soft';
  return (
    <tr data-place={place.id} data-count={place.count} className="border-b border-line/60">
      <th scope="row" className="w-full max-w-0 text-start font-normal">
        <button
          type="button"
          aria-pressed={chosen.includes(place.id)}
          onClick={() => onPick(place.id)}
          className="min-h-6 max-w-full truncate text-start hover:text-accent hover:underline hover:underline-offset-4 aria-pressed:font-semibold aria-pressed:text-accent"
        >
          <bdi>{nameOf(place.id)}</bdi>
        </button>
      </th>
      <td className={cell}>{formatNumber(place.count, locale)}</td>
      <td className={cell}>{formatShare(place.share, locale)}</td>
      {wide ? <td className={cell}>{formatNumber(place.publishers, locale)}</td> : null}
      {wide ? PLACE_ROLES.map((role) => <td key={role} className={cell}>{formatNumber(place.roles[role] ?? 0, locale)}</td>) : null}
    </tr>
  );
}
