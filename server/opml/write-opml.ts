import type { Source } from '../../lib/source';
import { escapeXml } from '../sample/rss';

/** Names the attributes that are Marsad's own; it is only a name. */
const NAMESPACE = 'urn:marsad:opml';

interface Folder {
  folders: Map<string, Folder>;
  feeds: Source[];
}

/** The sources as an OPML 2.0 outline, in their folders; the sample is none of them. What OPML has no word for is in attributes of our own. */
export function writeOpml(sources: readonly Source[], now: Date): string {
  const root: Folder = { folders: new Map(), feeds: [] };
  for (const source of sources) if (!source.sample) folderFor(root, source.folder).feeds.push(source);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:marsad="${NAMESPACE}">`,
    `  <head><title>Marsad · مرصد</title><dateCreated>${now.toUTCString()}</dateCreated></head>`,
    '  <body>',
    ...linesOf(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function folderFor(root: Folder, path: string | null): Folder {
  let folder = root;
  for (const level of path?.split('/') ?? []) {
    const next = folder.folders.get(level) ?? { folders: new Map(), feeds: [] };
    folder.folders.set(level, next);
    folder = next;
  }
  return folder;
}

function linesOf({ folders, feeds }: Folder, indent: string): string[] {
  const below = [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, folder]) => [
    `${indent}<outline${attributes({ text: name, title: name })}>`, ...linesOf(folder, `${indent}  `), `${indent}</outline>`,
  ]);
  return [...below, ...[...feeds].sort((a, b) => a.id - b.id).map((feed) => `${indent}<outline${attributes(attributesOf(feed))}/>`)];
}

function attributesOf(source: Source): Record<string, string | null> {
  const { title, url, siteUrl, language, publisher, country, timezone, fullArticles } = source;
  return {
    type: 'rss', text: title, title, xmlUrl: url, htmlUrl: siteUrl, language,
    'marsad:publisher': publisher.name, 'marsad:country': country, 'marsad:timezone': timezone, 'marsad:fullArticles': fullArticles ? 'true' : null,
  };
}

/** Line breaks are written as references: XML makes spaces of bare ones. */
function attributes(values: Record<string, string | null>): string {
  return Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replace(/[\t\n\r]/gu, (char) => `&#${char.charCodeAt(0)};`)}"`).join('');
}
