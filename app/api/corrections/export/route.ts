import { Readable } from 'node:stream';
import { noStore } from '../../answers';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

async function* lines(): AsyncGenerator<Buffer> {
  for await (const one of marsad().correctionCases()) yield Buffer.from(`${JSON.stringify(one)}\n`);
}

/** Readers' corrections as tests of the tagger: JSON lines of `CorrectionCase`. */
export function GET(): Response {
  return new Response(Readable.toWeb(Readable.from(lines())) as ReadableStream, {
    headers: { ...noStore, 'content-type': 'application/x-ndjson; charset=utf-8', 'content-disposition': 'attachment; filename="marsad-corrections.jsonl"' },
  });
}
