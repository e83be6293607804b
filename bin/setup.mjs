#!/usr/bin/env node
// npm run setup: installs, generates and builds what is stale, and ends.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/setup.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2)); });
});
