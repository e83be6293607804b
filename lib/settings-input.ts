import { z } from 'zod';
import { MOST_CLOCKS, MOST_WALL_PLACES, type ProductSettings } from './settings';
import { languageSchema, timezoneSchema } from './starting-feeds';

const refused = (reason: string, message: string) => ({ message, params: { reason } });

/** The address without its placeholders, which are no part of an address's grammar. */
const plain = (template: string) => template.replace(/\{[a-z]+\}/gu, '1');

function isTileAddress(template: string): boolean {
  if (!URL.canParse(plain(template))) return false;
  const { protocol, username, password, hostname } = new URL(plain(template));
  // a placeholder in the name would make another host of it
  const ownName = template.split('/')[2]?.toLowerCase().startsWith(hostname) ?? false;
  return protocol === 'https:' && username + password === '' && ownName;
}

const tilesSchema = z.strictObject({
  url: z.string().trim().max(1000)
    .refine(isTileAddress, refused('tile-address', 'is no https address of tiles'))
    .refine((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)), refused('tile-parts', 'lacks one of {z}, {x} and {y}')),
  attribution: z.string().trim().max(200),
});

const wallSchema = z.strictObject({
  zones: z.array(timezoneSchema).max(MOST_CLOCKS),
  places: z.array(z.string().regex(/^[\p{L}\p{N}._:-]{1,64}$/u, 'is no id')).max(MOST_WALL_PLACES),
});

/** What is to be changed; what isn't named stays. */
export const settingsChangeSchema: z.ZodType<Partial<ProductSettings>> = z.strictObject({
  mapTiles: tilesSchema.nullable(),
  language: languageSchema.nullable(),
  wall: wallSchema,
}).partial();
