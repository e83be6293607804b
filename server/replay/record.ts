import { z } from 'zod';

/** An article of a recorded stream. */
export interface StreamRecord {
  id: string;
  /** the newspaper */
  source: string;
  title: string;
  /** plain, its paragraphs separated by blank lines */
  text: string;
  url: string;
  lang: string | null;
  /** when the recorder came by */
  extractedAt: Date;
}

// `2015-08-01 07:51:13` names no zone: UTC. Only differences matter but for --dates recorded.
const STAMP = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/;

const stamp = z.string('is missing').transform((text, context) => {
  const [, day, time, zone] = STAMP.exec(text.trim()) ?? [];
  const date = new Date(`${day}T${time}${zone ?? 'Z'}`);
  if (Number.isNaN(date.getTime())) {
    context.addIssue({ code: 'custom', message: `is no date: ${JSON.stringify(text.slice(0, 40))}` });
    return z.NEVER;
  }
  return date;
});
const text = z.string('is missing');
const filled = text.refine((value) => value.trim() !== '', 'is empty');

const recordSchema = z.object({
  id: z.union([filled, z.number().int()], 'is missing').transform(String),
  source: filled,
  title: text,
  text,
  url: text.refine((url) => URL.canParse(url) && /^https?:/i.test(url), 'is no http or https address'),
  lang: z.string().regex(/^[a-z]{2,3}$/, 'is no ISO 639 code').nullish().transform((lang) => lang ?? null),
  dateExtracted: stamp,
}).refine(({ title, text: body }) => title.trim() !== '' || body.trim() !== '', 'has neither title nor text');

export type ReadLine = { ok: true; record: StreamRecord } | { ok: false; problem: string };

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One line of a recorded stream; `problem` says in words what is wrong with it, all of it. */
export function readRecord(line: string): ReadLine {
  const value = json(line);
  if (value === undefined) return { ok: false, problem: 'is no JSON' };
  const parsed = recordSchema.safeParse(value, { error: (issue) => (issue.code === 'invalid_type' && !issue.path?.length ? 'is no object' : undefined) });
  if (!parsed.success) {
    return { ok: false, problem: parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' ')).join('; ') };
  }
  const { dateExtracted, ...rest } = parsed.data;
  return { ok: true, record: { ...rest, extractedAt: dateExtracted } };
}
