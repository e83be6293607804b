#!/usr/bin/env node
// npx marsad: the command line.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/marsad.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2)); });
});
