#!/usr/bin/env node
// npm run dev: Marsad with reload.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/dev.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2)); });
});
