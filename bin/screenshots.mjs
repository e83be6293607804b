#!/usr/bin/env node
// npm run screenshots: pictures of the main views, in both languages, light and dark.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/bench.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2), '../../tests/screenshots/main.ts'); });
});
