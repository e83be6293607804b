import { describe, expect, test } from 'vitest';
import { commandsFor, type Command, type CommandGroup } from '@/components/palette/commands';

const command = (group: CommandGroup, en: string, ar: string | null, part: Partial<Command> = {}): Command => ({ id: `${group} ${en}`, group, label: { en, ar }, run: () => {}, ...part });
const ALL = [
  command('page', 'Map', 'الخريطة'), command('place', 'Idlib', 'إدلب'), command('place', 'Deir ez-Zor', 'دير الزور'), command('place', 'Homs', 'حمص', { on: true }),
  command('topic', 'conflict, war and peace', 'نزاعات وحروب وسلام'), command('publisher', 'Al Hayat', null), command('do', 'Dark colours', 'ألوان داكنة'),
];
const found = (search: string) => commandsFor(ALL, search).map(({ label }) => label.en);

describe('the palette finds', () => {
  test.each([
    ['by the Arabic name, without its hamza', 'ادلب', ['Idlib']],
    ['by the English one, in any case', 'IDL', ['Idlib']],
    ['by a word within a name', 'الزور', ['Deir ez-Zor']],
    ['vocalised', 'حُروب', ['conflict, war and peace']],
    ['what has one name only', 'hayat', ['Al Hayat']],
    ['nothing of that name', 'xyz', []],
  ])('%s', (_name, search, expected) => expect(found(search)).toEqual(expected));

  test('without a search pages, commands and what filters now', () => expect(found(' ')).toEqual(['Map', 'Homs', 'Dark colours']));

  test('names that begin so before those that hold it', () => {
    const two = [command('place', 'New Homs', null), command('place', 'Homs Governorate', null)];
    expect(commandsFor(two, 'homs').map(({ label }) => label.en)).toEqual(['Homs Governorate', 'New Homs']);
  });
});
