import path from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadGazetteer } from '../../../server/tagging/places/gazetteer';
import { loadTaxonomy } from '../../../server/tagging/topics/taxonomy';
import { temporaryFolder } from '../../support/folders';
import { missingData } from '../data';
import type { Table } from '../figures';
import { runSuite, type PartContext, type SuitePart } from '../suite';
import { measureAll } from './measure';
import { measureSpeed } from './speed';

const TITLE = 'Places and topics';

async function measureQuality({ data, projectDir }: PartContext): Promise<Table[]> {
  const missing = missingData(TITLE, data, 'score_articles.py');
  if (missing) return missing;
  const folder = await temporaryFolder();
  const misses: string[] = [];
  try {
    const rows = await measureAll({
      data, folder: folder.path, gazetteer: loadGazetteer(), taxonomy: loadTaxonomy(), onMiss: (set, what) => misses.push(`${set}\t${what}`),
    });
    await mkdir(path.join(projectDir, 'test-results'), { recursive: true });
    await writeFile(path.join(projectDir, 'test-results/tag-misses.tsv'), `${misses.join('\n')}\n`);
    return [{ title: TITLE, rows, notes: [`${misses.length} misses are in test-results/tag-misses.tsv, for whoever looks for their kinds.`] }];
  } finally {
    await folder.remove();
  }
}

const PARTS: Record<string, SuitePart> = {
  quality: { what: 'how right places, roles, focus countries and topics are, on labelled sets', measure: measureQuality },
  speed: { what: 'how fast articles are tagged, what the gazetteer takes, and what ten times the names cost', measure: measureSpeed },
};

export const main = (argv: string[], projectDir: string): Promise<number> =>
  runSuite({ name: 'tags', about: 'How right places and topics are, and how fast they are found.', parts: PARTS }, argv, projectDir);
