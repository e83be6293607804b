#!/usr/bin/env node
// npm start: sets up what is stale, then serves Marsad.
import { onNewEnoughNode } from './node-version.mjs';

onNewEnoughNode(function () {
  return import('./run/start.mjs').then(function (loaded) { return loaded.run(process.argv.slice(2)); });
});
