import type { Inspecting } from '../format.ts';
import { quoted } from '../text/quoted.ts';
import { inspectFlavors } from './inspect-flavors.ts';
import { inspectTargets } from './inspect-targets.ts';
import type { YamlTree } from './yaml-tree.ts';

/** Looks at what YAML has made or called where it is loaded. Returns whether it is of a kind that is known. */
export function inspectYaml({ documents, tags }: YamlTree, inspecting: Inspecting): boolean {
  for (const tag of tags)
    inspecting.observe({
      rule: 'yaml.python-tag',
      effect: /python\/(?:object\/(?:apply|new)|module|name)/.test(tag) ? 'dangerous' : 'review',
      text: `A loader of YAML that is not the safe one makes ${quoted(tag)} of it.`,
    });
  let isKnown = tags.length > 0;
  for (const document of documents) {
    if (inspectTargets(document, inspecting)) isKnown = true;
    if (inspectFlavors(document, inspecting)) isKnown = true;
  }
  return isKnown;
}
