import type { Connector } from '#connectors/connector.ts';
import { connectors as connectorsByCloud } from '#connectors/index.ts';
import { checks } from '#shared/checks/index.ts';
import type { Check } from '#shared/model/check.ts';
import { sentence } from '#shared/model/sentence.ts';
import { bySeverity } from '#shared/model/severity.ts';
import { operationsOfCheck } from '#shared/pipeline/rules.ts';
import { table } from './markdown.ts';

const connectors = new Map<string, Connector>(
  Object.values(connectorsByCloud)
    .flat()
    .map((connector) => [connector.assetType.id, connector]),
);

const CLOUD = { aws: 'Amazon Web Services', azure: 'Microsoft Azure', gcp: 'Google Cloud' } as const;

/** Every check: a table by cloud, then each one whole. */
export function catalogue(): string {
  const byProvider = Map.groupBy(checks, ({ assetType }) => assetType.provider);
  const parts = [...byProvider].map(([provider, ofProvider]) => {
    const ordered = ofProvider.toSorted(
      (a, b) => bySeverity(a.severity, b.severity) || (a.id < b.id ? -1 : 1),
    );
    const overview = table(
      ['Severity', 'Check', 'Title', 'Frameworks'],
      ordered.map((check) => [
        check.severity,
        `[\`${check.id}\`](#${anchor(check.id)})`,
        check.title,
        Object.entries(check.frameworks)
          .map(([framework, ids]) => `${framework} ${ids.join(', ')}`)
          .join('; '),
      ]),
    );
    return `## ${CLOUD[provider]} (${ordered.length})\n\n${overview}\n${ordered.map(entry).join('\n')}`;
  });
  return `# Checks\n\n${checks.length} checks. A check fails, passes, does not apply, or is unknown because something was not read; each verdict quotes the fields that it rests on.\n\n${parts.join('\n')}`;
}

const anchor = (id: string): string => id.replaceAll('.', '');

function entry(check: Check): string {
  const { id, title, severity, why, fix, source, assetType, fails, applies } = check;
  const code: readonly (readonly [string, string])[] = [
    ['sh', fix.cli],
    ...(fix.cloudformation ? [['json', JSON.stringify(fix.cloudformation, null, 2)] as const] : []),
    ...(fix.bicep ? [['bicep', fix.bicep] as const] : []),
    ...(fix.terraform ? [['hcl', fix.terraform] as const] : []),
  ];
  return [
    `### ${id}`,
    `**${title}** (${severity}; ${assetType.title})`,
    why,
    `Fails when ${sentence(fails)}.${applies ? ` Applies when ${sentence(applies)}.` : ''}`,
    `${restsOn(operationsOfCheck(check, connectors))}Source: ${source}.`,
    `Fix: ${fix.console}`,
    ...code.map(([language, text]) => `\`\`\`${language}\n${text}\n\`\`\``),
    '',
  ].join('\n\n');
}

/** Checks of accounts and of model files rest on no operation that a connector declares. */
const restsOn = (operations: readonly string[]): string =>
  operations.length === 0 ? '' : `Rests on ${operations.map((operation) => `\`${operation}\``).join(', ')}. `;
