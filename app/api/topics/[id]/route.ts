import { noStore, readJson, refusal, writing, type WithId } from '../../answers';
import { topicInputSchema } from '@/lib/topic-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

const none = () => refusal(404, 'there is no topic of that id', 'no-topic');

/** A built-in topic with what puts it on an article: `BuiltInTopic`. */
export async function GET(_request: Request, { params }: WithId): Promise<Response> {
  const topic = await marsad().builtInTopic((await params).id);
  return topic ? Response.json(topic, { headers: noStore }) : none();
}

/** Makes a user's topic what a `TopicInput` says: the OwnTopic as it is then. */
export async function PUT(request: Request, { params }: WithId): Promise<Response> {
  return writing(request, async () => {
    const topic = await marsad().editTopic((await params).id, await readJson(request, topicInputSchema));
    return topic ? Response.json(topic) : none();
  });
}

/** Deletes a user's topic; it goes off its articles in the background. */
export async function DELETE(request: Request, { params }: WithId): Promise<Response> {
  return writing(request, async () => ((await marsad().deleteTopic((await params).id)) ? Response.json({}) : none()));
}
