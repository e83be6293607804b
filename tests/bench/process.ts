import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The process that npm runs for a script. @throws where there is not exactly one */
export async function onlyChildOf(parent: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const children = stdout.split('\n').map((line) => line.trim().split(/\s+/u).map(Number)).filter(([, ppid]) => ppid === parent);
  const [child, ...more] = children;
  if (child?.[0] === undefined || more.length > 0) throw new Error(`process ${parent} has ${children.length} children, not the one that npm started`);
  return child[0];
}
