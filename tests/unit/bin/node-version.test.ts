import { describe, expect, test } from 'vitest';

const check = new URL('../../../bin/node-version.mjs', import.meta.url).href;
const { nodeProblem } = (await import(check)) as { nodeProblem(version: string): string | null };

describe('Node is new enough', () => {
  test.each(['20.19.0', '20.20.2', '21.0.0', '22.1.0', '100.0.0'])('%s', (version) => expect(nodeProblem(version)).toBeNull());
});

describe('Node is too old, which one line says', () => {
  test.each(['20.18.3', '20.9.0', '18.20.4', '12.22.12', '9.99.0', '0.12.18'])('%s', (version) => {
    const line = nodeProblem(version) ?? '';
    expect(line).toContain(`this is Node ${version}`);
    expect(line).toContain('20.19');
    expect(line.split('\n')).toHaveLength(1);
  });
});
