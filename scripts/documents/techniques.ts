import { combinations, techniques } from '#shared/paths/index.ts';
import { CONFIDENCE, type Need, type Technique } from '#shared/paths/technique.ts';
import { table } from './markdown.ts';

const CLOUD = {
  aws: 'Amazon Web Services',
  azure: 'Microsoft Azure',
  gcp: 'Google Cloud',
} as const;

/** Every technique and every combination: what it gives, what it takes, and how sure it is. */
export function techniquesPage(): string {
  const byProvider = Map.groupBy(techniques, ({ assetType }) => assetType.provider);
  const parts = [...byProvider].map(([provider, ofProvider]) => {
    const rows = ofProvider
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((technique) => [
        `\`${technique.id}\``,
        `${technique.assetType.title}: ${technique.gains}`,
        needsOf(technique),
        technique.severity,
        `${technique.basis} (${CONFIDENCE[technique.basis]})`,
        technique.reference.join(', '),
      ]);
    return `## ${CLOUD[provider]} (${ofProvider.length})\n\n${table(
      ['Technique', 'What it gives', 'What it takes', 'Severity', 'Basis and confidence', 'Known as'],
      rows,
    )}\n`;
  });
  const combined = table(
    ['Combination', 'Rule', 'Severity', 'Why'],
    combinations.map(({ id, title, severity, why }) => [`\`${id}\``, title, severity, why]),
  );
  return `# Techniques\n\n${techniques.length} ways in which somebody gets a hold on something, and ${combinations.length} combinations of facts. A technique is found where a principal that is not meant to has every permission that it takes, by the policies that were read.\n\n${parts.join('\n')}\n## Combinations (${combinations.length})\n\n${combined}`;
}

const needsOf = (technique: Technique): string =>
  technique.by === 'principal'
    ? technique.needs.map(needText).join(' and ')
    : technique.by === 'outside'
      ? 'nothing: it is open'
      : `a hold on it (${technique.by})`;

/** Of many alternatives a few, for the table is to be read. */
const MOST = 4;

function needText(need: Need): string {
  if (need.kind === 'permission') return `\`${need.permission}\``;
  const inner = need.of.map(needText);
  if (need.kind === 'all-of') return inner.length > 1 ? `(${inner.join(' and ')})` : (inner[0] ?? '');
  const shown = inner.slice(0, MOST).join(' or ');
  return inner.length > MOST
    ? `(${shown} or ${inner.length - MOST} more)`
    : inner.length > 1
      ? `(${shown})`
      : shown;
}
