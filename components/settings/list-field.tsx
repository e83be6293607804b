'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button';
import { CloseIcon } from '../ui/icons';

interface Named {
  id: string;
  name: string;
}

interface Props {
  name: string;
  title: string;
  hint: string;
  /** of the field that one is added by */
  label: string;
  /** said of what is no choice */
  unknown: string;
  choices: readonly Named[];
  chosen: readonly string[];
  most: number;
  disabled: boolean;
  onChosen(chosen: string[]): void;
}

/** A short list of things that have names: each can be taken out, and one of the choices added by typing its name or its id. */
export function ListField({ name, title, hint, label, unknown, choices, chosen, most, disabled, onChosen }: Props) {
  const t = useTranslations('settings');
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const nameOf = (wanted: string) => choices.find((choice) => choice.id === wanted)?.name ?? wanted;

  function add(event: FormEvent) {
    event.preventDefault();
    const found = foundBy(choices, text.trim());
    if (!found) return setProblem(unknown);
    setProblem(null);
    setText('');
    if (!chosen.includes(found.id)) onChosen([...chosen, found.id]);
  }

  return (
    <form onSubmit={add} data-testid={`list-${name}`} className="flex flex-col gap-2" noValidate>
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {title}
        </label>
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      </div>
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map((one) => (
            <li key={one} data-id={one} className="flex items-center rounded-full border border-line-strong ps-3 text-sm">
              <bdi>{nameOf(one)}</bdi>
              <button
                type="button"
                disabled={disabled}
                aria-label={t('remove', { name: nameOf(one) })}
                onClick={() => onChosen(chosen.filter((other) => other !== one))}
                className="grid size-7 place-items-center rounded-full text-xs text-soft hover:text-bad"
              >
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {chosen.length < most ? (
        <div className="flex gap-2">
          <input
            id={id}
            name={name}
            list={`${id}-list`}
            value={text}
            disabled={disabled}
            placeholder={label}
            dir="auto"
            autoComplete="off"
            aria-describedby={problem ? `${id}-problem` : `${id}-hint`}
            aria-invalid={problem !== null}
            onChange={(event) => setText(event.target.value)}
            className="field max-w-72"
          />
          <datalist id={`${id}-list`}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.name}>
                {choice.id}
              </option>
            ))}
          </datalist>
          <Button type="submit" disabled={disabled || text.trim() === ''}>
            {t('add')}
          </Button>
        </div>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-sm text-bad">
          {problem}
        </p>
      ) : null}
    </form>
  );
}

/** By its id or its name; letters' case makes no difference, which only Latin has. */
function foundBy(choices: readonly Named[], text: string): Named | undefined {
  const same = (a: string) => a.toLocaleLowerCase() === text.toLocaleLowerCase();
  return choices.find(({ id, name }) => same(id) || same(name));
}
