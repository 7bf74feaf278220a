import type { AttackPath } from '#shared/paths/attack-path.ts';
import { conditionText, kindText, placesOf } from './path-text.ts';
import { clip, printable } from './text.ts';

const LONGEST_LABEL = 80;

/** A path as the text of a Mermaid flowchart, which GitHub and GitLab draw inside Markdown. */
export function mermaid(path: AttackPath): string {
  const nodes = placesOf(path).map(
    (place, i) => `  place${i}["${quoted(place.name)}<br/>${quoted(kindText(place))}"]`,
  );
  const edges = path.steps.map((step, i) => {
    const label = [step.sentence, conditionText(step), `Fix: ${step.fix.sentence}`]
      .filter(Boolean)
      .map(quoted);
    return `  place${i} ${step.access === 'conditional' ? '-.->' : '-->'}|"${label.join('<br/>')}"| place${i + 1}`;
  });
  return ['flowchart TD', ...nodes, ...edges, ''].join('\n');
}

/**
 * Text for a label in double quotes. Letters, digits and what has no meaning in Mermaid, HTML or Markdown stay; all
 * else is written as one of Mermaid's own entity codes, `#34;`, so a name can neither end its label nor add a line.
 */
const quoted = (text: string): string =>
  printable(clip(text, LONGEST_LABEL)).replace(
    /[^\p{L}\p{N} .,:/()_⟨⟩+…“”-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
