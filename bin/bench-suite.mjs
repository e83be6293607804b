#!/usr/bin/env node
// npm run bench:feeds, bench:tags, bench:trends, bench:ui: how right and how fast a part of Marsad is.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/bench-suite.mjs').then(function (loaded) { return loaded.run(process.argv[2], process.argv.slice(3)); });
});
