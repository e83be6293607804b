import { z } from 'zod';
import { filterQuerySchema } from './filter-query';
import { MOST_MARKED_AT_ONCE, MOST_NOTE, MOST_VIEW_NAME, MOST_VIEWS, type MarksChange, type ViewChange, type ViewInput } from './reader';

/** What readers hand in, checked. */

const articleId = z.string().regex(/^[0-9]{1,18}$/u, 'is no id of an article');
export const articleIdsSchema = z.array(articleId).min(1, 'is empty').max(MOST_MARKED_AT_ONCE, `are more than ${MOST_MARKED_AT_ONCE}`);

/** U+0000 is the one character that Postgres has no place for. */
const text = z.string().transform((value) => value.toWellFormed().replaceAll('\u0000', '').trim());

const noteSchema = text.pipe(z.string().max(MOST_NOTE, `has more than ${MOST_NOTE} characters`)).nullable().transform((note) => note || null);

export const marksChangeSchema: z.ZodType<MarksChange> = z.strictObject({
  articles: articleIdsSchema,
  set: z.strictObject({ read: z.boolean(), starred: z.boolean(), hidden: z.boolean(), note: noteSchema }).partial()
    .refine((set) => Object.keys(set).length > 0, 'says nothing: give read, starred, hidden or note'),
});

const input = {
  name: text.pipe(z.string().min(1, 'is empty').max(MOST_VIEW_NAME, `has more than ${MOST_VIEW_NAME} characters`)),
  query: z.strictObject(filterQuerySchema.shape),
};

export const viewInputSchema: z.ZodType<ViewInput> = z.strictObject(input);

export const viewChangeSchema: z.ZodType<ViewChange> = z.strictObject({ ...input, seen: z.literal(true, 'is not true') }).partial()
  .refine((change) => Object.keys(change).length > 0, 'says nothing: give name, query or seen');

/** The ids of a reader's views in the order that they are to stand in. */
export const viewOrderSchema = z.array(z.int('is no id of a view').positive('is no id of a view')).max(MOST_VIEWS, `are more than ${MOST_VIEWS}`);
