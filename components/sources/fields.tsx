'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, type InputHTMLAttributes, type ReactNode } from 'react';
import { ChevronIcon } from '../ui/icons';
import { countryCodes, countryName, LANGUAGES, languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';

/** What a user may say of a feed, as the fields hold it: an empty text says nothing. */
export interface SourceDraft {
  title: string;
  publisherName: string;
  language: string;
  country: string;
  timezone: string;
  folder: string;
  fullArticles: boolean;
}

interface Props {
  draft: SourceDraft;
  folders: readonly string[];
  onDraft(draft: SourceDraft): void;
}

/** The fields that adding and editing share. */
export function SourceFields({ draft, folders, onDraft }: Props) {
  const t = useTranslations('sources.field');
  const set = <K extends keyof SourceDraft>(name: K) => (value: SourceDraft[K]) => onDraft({ ...draft, [name]: value });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label={t('title')} value={draft.title} onText={set('title')} required name="title" dir="auto" />
      <TextField label={t('publisher')} hint={t('publisherHint')} value={draft.publisherName} onText={set('publisherName')} name="publisher" dir="auto" />
      <LanguageField value={draft.language} onValue={set('language')} />
      <CountryField value={draft.country} onValue={set('country')} />
      <FolderField value={draft.folder} folders={folders} onText={set('folder')} />
      <ZoneField value={draft.timezone} onValue={set('timezone')} />
      <label className="flex items-start gap-2.5 sm:col-span-2">
        <input
          type="checkbox"
          name="fullArticles"
          checked={draft.fullArticles}
          onChange={(event) => set('fullArticles')(event.target.checked)}
          className="mt-1.5 size-4 shrink-0"
        />
        <span className="text-sm leading-6">
          {t('fullArticles')}
          <span className="block text-xs text-faint">{t('fullArticlesHint')}</span>
        </span>
      </label>
    </div>
  );
}

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: string;
  onText(text: string): void;
  children?: ReactNode;
}

export function TextField({ label, hint, onText, children, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input id={id} maxLength={200} autoComplete="off" {...input} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onText(event.target.value)} className="field" />
      {hint ? (
        <span id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </span>
      ) : null}
      {children}
    </div>
  );
}

interface ChoiceProps {
  value: string;
  onValue(value: string): void;
}

function SelectField({ label, hint, name, value, onValue, children }: ChoiceProps & { label: string; hint?: string; name: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <span className="field-select is-wide">
        <select id={id} name={name} value={value} onChange={(event) => onValue(event.target.value)}>
          {children}
        </select>
        <ChevronIcon className="rotate-90" />
      </span>
      {hint ? <span className="text-xs text-faint">{hint}</span> : null}
    </div>
  );
}

function LanguageField({ value, onValue }: ChoiceProps) {
  const t = useTranslations('sources.field');
  const locale = useUiLocale();
  const codes = useMemo(() => (value === '' || LANGUAGES.includes(value) ? LANGUAGES : [value, ...LANGUAGES]), [value]);
  return (
    <SelectField label={t('language')} name="language" value={value} onValue={onValue}>
      <option value="">{t('languageAuto')}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {languageName(code, locale)}
        </option>
      ))}
    </SelectField>
  );
}

function CountryField({ value, onValue }: ChoiceProps) {
  const t = useTranslations('sources.field');
  const locale = useUiLocale();
  const codes = useMemo(() => countryCodes(locale), [locale]);
  return (
    <SelectField label={t('country')} name="country" value={value} onValue={onValue}>
      <option value="">{t('none')}</option>
      {value !== '' && !codes.includes(value) ? <option value={value}>{value}</option> : null}
      {codes.map((code) => (
        <option key={code} value={code}>
          {countryName(code, locale)}
        </option>
      ))}
    </SelectField>
  );
}

function ZoneField({ value, onValue }: ChoiceProps) {
  const t = useTranslations('sources.field');
  const zones = useMemo(() => [...new Set([...(value ? [value] : []), 'UTC', ...Intl.supportedValuesOf('timeZone')])], [value]);
  return (
    <SelectField label={t('timezone')} hint={t('timezoneHint')} name="timezone" value={value} onValue={onValue}>
      <option value="">{t('none')}</option>
      {zones.map((zone) => (
        <option key={zone} value={zone} dir="ltr">
          {zone}
        </option>
      ))}
    </SelectField>
  );
}

function FolderField({ value, folders, onText }: { value: string; folders: readonly string[]; onText(text: string): void }) {
  const t = useTranslations('sources.field');
  const list = useId();
  return (
    <TextField label={t('folder')} hint={t('folderHint')} name="folder" value={value} onText={onText} dir="auto" list={list} maxLength={500}>
      <datalist id={list}>
        {folders.map((folder) => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
    </TextField>
  );
}
