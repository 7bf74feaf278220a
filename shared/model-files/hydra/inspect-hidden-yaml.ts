import type { Inspecting } from '../format.ts';
import { inspectYaml } from './inspect-yaml.ts';
import { NotYaml, yamlTree } from './yaml-tree.ts';

const TARGET = /_target_["']?\s{0,10}:/;
const OF_PYTHON = /python(?:\/|%2f)/gi;
const LONGEST_PREFIX = 64;

/** Looks at text that does not begin as YAML, and is YAML to a loader all the same. */
export function inspectHiddenYaml(text: string, inspecting: Inspecting): void {
  if (!hasPythonTag(text) && !TARGET.test(text)) return;
  try {
    inspectYaml(yamlTree(text), inspecting);
  } catch (error) {
    // It is no YAML, and not loaded as such.
    if (!(error instanceof NotYaml)) throw error;
  }
}

/** `!!python/`, `!<tag:yaml.org,2002:python/`. */
function hasPythonTag(text: string): boolean {
  for (const { index } of text.matchAll(OF_PYTHON))
    if (/!\S*$/.test(text.slice(Math.max(0, index - LONGEST_PREFIX), index))) return true;
  return false;
}
