import path from 'node:path';
import { LAYERS, LIBRARIES, ONLY_PACKAGES } from './import-table.mjs';

const PROJECT = path.resolve(import.meta.dirname, '..');
const below = (file, folder) => file === folder || file.startsWith(`${folder}/`) || file.startsWith(`${folder}.`);

/** A path of the project without leading ./, or null for a package. */
function resolveLocal(importer, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return null;
  return path.posix.normalize(path.posix.join(path.posix.dirname(importer), specifier));
}

function localProblem(importer, target, layer) {
  if (below(target, layer.layer) || layer.may.some((allowed) => below(target, allowed))) return null;
  return `${layer.layer}/ may not import ${target}: ${layer.instead}.`;
}

const isOf = (specifier, name) => (name.endsWith('/') ? specifier.startsWith(name) : below(specifier, name));

function packageProblem(importer, specifier, layer) {
  const only = ONLY_PACKAGES[layer.layer];
  if (only && !only.some((name) => below(specifier, name))) return `${layer.layer}/ may import ${only.join(', ')} and nothing else: ${layer.instead}.`;
  const library = LIBRARIES.find(({ name }) => isOf(specifier, name));
  if (!library || library.in.some((allowed) => below(importer, allowed) || importer.startsWith(allowed))) return null;
  return `${specifier} may only be imported in ${library.in.join(', ')}: ${library.instead}.`;
}

/** What is wrong with an import, in a sentence; null where it is in order. Paths are the project's, with forward slashes. */
export function importProblem(importer, specifier) {
  const layer = LAYERS.find((one) => below(importer, one.layer));
  if (!layer) return null;
  const target = resolveLocal(importer, specifier);
  return target === null ? packageProblem(importer, specifier, layer) : localProblem(importer, target, layer);
}

/** Every import, export-from and import() is looked up in the table of imports. */
export const importsRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'Layers and libraries: who may import whom' } },
  create(context) {
    const importer = path.relative(PROJECT, context.filename).split(path.sep).join('/');
    const look = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = importProblem(importer, node.source.value);
      if (message) context.report({ node: node.source, message });
    };
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look, ImportExpression: look };
  },
};
