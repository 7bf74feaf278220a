import { checks } from '#shared/checks/index.ts';
import { notCovered } from '#shared/checks/not-covered.ts';
import type { Peers } from '#shared/model/check.ts';
import { table } from './markdown.ts';
import { differences } from './peer-differences.ts';

type Tool = keyof Peers;

const TOOLS: Readonly<Record<Tool, string>> = {
  union: 'The union of all',
  prowler: 'Prowler',
  cloudsploit: 'CloudSploit',
  checkov: 'Checkov',
  steampipe: 'Steampipe / Powerpipe',
  kics: 'KICS',
  'aws-config': 'AWS Config and Guard rules',
  'aws-security-hub': 'Security Hub, AI Security Best Practices',
  'aws-samples': 'AWS sample AI/ML assessment',
  cnspec: 'cnspec',
  cartography: 'Cartography',
  research: 'Research on Azure and Google Cloud',
};

/** Every peer’s native id, and the checks of ours that look for the same; and where a run of both differed. */
export function peers(): string {
  const parts = (Object.keys(TOOLS) as Tool[]).flatMap((tool) => {
    const ours = Map.groupBy(
      checks.flatMap(({ id, peers: known }) => (known?.[tool] ?? []).map((native) => ({ native, id }))),
      ({ native }) => native,
    );
    const without = notCovered.flatMap(({ peers: known }) => known[tool] ?? []);
    const ids = [...new Set([...ours.keys(), ...without])].sort();
    if (ids.length === 0) return [];
    const rows = ids.map((native) => [
      `\`${native}\``,
      (ours.get(native) ?? []).map(({ id }) => `[\`${id}\`](generated/checks.md#${anchor(id)})`).join(', ') ||
        '[not covered](not-covered.md)',
    ]);
    return [`## ${TOOLS[tool]} (${ids.length})\n\n${table(['Its id', 'Ours'], rows)}`];
  });
  return `# Peers

What other tools call what we check. Generated from the \`peers\` of each check; a test holds it complete against the
table in which their checks were gathered. \`union\` is the id in that table.

${parts.join('\n')}
## Where verdicts differ

\`npm run compare\` points Prowler and aispm at one emulated account and prints where they disagree. Each difference that
it knows is explained here; one that is not fails the run.

${table(
  ['Prowler', 'aispm', 'Why they differ'],
  differences.map(({ prowler, aispm, because }) => [`\`${prowler}\``, aispm ? `\`${aispm}\`` : '–', because]),
)}`;
}

/** What no check looks for, and why. */
export function notCoveredPage(): string {
  return `# Not covered

What other tools look for and aispm does not, each with its reason. Generated from
\`shared/checks/not-covered.ts\`.

${table(
  ['Known as', 'Reason'],
  notCovered.map(({ peers: known, reason }) => [
    Object.entries(known)
      .flatMap(([tool, ids]) => ids.map((id) => `${tool} \`${id}\``))
      .join(', '),
    reason,
  ]),
)}`;
}

const anchor = (id: string): string => id.replaceAll('.', '');
