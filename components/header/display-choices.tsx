import { DensitySwitch } from './density-switch';
import { DigitsSwitch } from './digits-switch';
import { LanguageRow } from './locale-switch';
import { ThemeSwitch } from './theme-switch';

/** What a reader chooses for himself: kept in cookies of his browser. */
export function DisplayChoices() {
  return (
    <div className="flex flex-col gap-3">
      <LanguageRow />
      <ThemeSwitch />
      <DensitySwitch />
      <DigitsSwitch />
    </div>
  );
}
