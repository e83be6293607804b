import { expect, it } from 'vitest';
import { named } from '../../../server/ingest/log';

it.each([
  ['a plain address', 'https://news.example/feed', 'https://news.example/feed'],
  ['a password', 'https://reader:secret@news.example:8080/feed', 'https://news.example:8080/feed'],
  ['a key in the query', 'https://news.example/feed?key=secret', 'https://news.example/feed?…'],
  ['no address', 'الأخبار', 'الأخبار'],
])('the log names a feed without its secrets: %s', (_, url, shown) => expect(named({ id: 7, url })).toEqual({ feed: 7, url: shown }));
