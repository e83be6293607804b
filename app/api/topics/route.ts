import { noStore, readJson, writing } from '../answers';
import { topicInputSchema } from '@/lib/topic-input';
import { marsad } from '@/server/db/handle';

export const dynamic = 'force-dynamic';

/** The users' topics, with how far each has come over old articles, and the built-in ones: `TopicList`. */
export async function GET(): Promise<Response> {
  return Response.json(await marsad().topics(), { headers: noStore });
}

/** Adds a `TopicInput`: the OwnTopic. */
export async function POST(request: Request): Promise<Response> {
  return writing(request, async () => Response.json(await marsad().addTopic(await readJson(request, topicInputSchema)), { status: 201 }));
}
