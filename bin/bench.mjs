#!/usr/bin/env node
// npm run bench: how fast and how large Marsad is on this machine.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/bench.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2)); });
});
