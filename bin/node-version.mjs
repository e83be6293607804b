// Read by every Node, however old: plain syntax here and in the files beside it, modern syntax only in what they load later.

var OLDEST = [20, 19];

/** The line for a person whose Node is too old; null where it will do. `version` as in process.versions.node. */
export function nodeProblem(version) {
  var parts = String(version).split('.').map(Number);
  var will = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (will) return null;
  return 'Marsad needs Node ' + OLDEST.join('.') + ' or newer, and this is Node ' + version + ': install a newer one from https://nodejs.org';
}

/** Runs `load` where Node is new enough; else says so and ends with exit code 1. */
export function onNewEnoughNode(load) {
  var problem = nodeProblem(process.versions.node);
  if (problem === null) return load();
  process.stderr.write(problem + '\n');
  process.exitCode = 1;
  return undefined;
}
