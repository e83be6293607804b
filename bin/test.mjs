#!/usr/bin/env node
// npm test: everything that has to hold, and one line at the end.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/test.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2)); });
});
