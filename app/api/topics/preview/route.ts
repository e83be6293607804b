import { readJson, writing } from '../../answers';
import { topicDraftSchema } from '@/lib/topic-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** What `{definition}` would have caught of the last days: a `TopicPreview`. It stores nothing, but takes its time: for those who may write. */
export async function POST(request: Request): Promise<Response> {
  return writing(request, async () => Response.json(await marsad().previewTopic((await readJson(request, topicDraftSchema)).definition)));
}
