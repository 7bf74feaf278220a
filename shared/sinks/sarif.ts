import type {
  Location,
  LogicalLocation,
  Notification,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';
import { COVERAGE_CHECK } from '#shared/ledger/coverage-finding.ts';
import { type Coverage, wasRead } from '#shared/model/coverage.ts';
import type { Finding } from '#shared/model/finding.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Severity } from '#shared/model/severity.ts';
import { scoreOf } from '#shared/risk/finding-risk.ts';
import { evidenceText } from './evidence-text.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import { jsonTextInOrder } from './json-text.ts';
import type { Format, Posture } from './posture.ts';
import { braced, messageText, pathSegment } from './sarif-text.ts';
import { clip, printable } from './text.ts';

/**
 * A SARIF 2.1.0 log with one run: a rule per failing check, a result per finding that is not resolved, and a
 * notification per operation that was not read. Written for GitHub code scanning among others, which wants a
 * location in a file: each asset has a relative address of its own, made of its scope, type and id.
 *
 * Source: SARIF 2.1.0 (OASIS), and “SARIF support for code scanning” in GitHub's documentation.
 */
export const sarifFormat: Format = {
  id: 'sarif',
  mediaType: 'application/sarif+json',
  fileExtension: 'sarif',
  *render(posture) {
    const present = posture.findings.filter(({ status }) => status !== 'resolved');
    const rules = rulesOf(present, posture.checks);
    const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
    const driver = {
      name: posture.product.name,
      version: posture.product.version,
      semanticVersion: posture.product.version,
      rules,
    };
    yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n`;
    yield `"tool":${jsonTextInOrder({ driver })},\n`;
    yield `"automationDetails":{"id":"aispm/"},\n"columnKind":"utf16CodeUnits",\n`;
    yield `"invocations":${jsonTextInOrder([invocation(posture)])},\n"results":[`;
    let separator = '\n';
    for (const finding of present) {
      yield separator + jsonTextInOrder(resultOf(finding, ruleIndex.get(finding.checkId) ?? -1, posture));
      separator = ',\n';
    }
    yield '\n]}]}\n';
  },
};

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
};

/** On GitHub above 9.0 is critical, from 7.0 high, from 4.0 medium, from 0.1 low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  informational: '0.0',
};

function rulesOf(findings: readonly Finding[], checks: Posture['checks']): ReportingDescriptor[] {
  const byCheck = new Map(findings.map((finding) => [finding.checkId, finding]));
  return [...byCheck]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, finding]) => {
      const explanation = explanationOf(finding, checks);
      return explanation ? ruleOf(id, explanation) : ruleWithoutCheck(finding);
    });
}

function ruleOf(id: string, { title, why, fix, severity, frameworks }: Explanation): ReportingDescriptor {
  return {
    id,
    name: id,
    shortDescription: { text: messageText(title) },
    fullDescription: { text: clip(messageText(why), 1024) },
    help: {
      text: messageText(
        [why, `To fix it: ${fix.console}`, ...(fix.cli ? [`Command line: ${fix.cli}`] : [])].join(' '),
      ),
      markdown: helpMarkdown(why, fix),
    },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      'security-severity': SECURITY_SEVERITY[severity],
      precision: 'very-high',
      tags: [
        'security',
        ...Object.entries(frameworks).flatMap(([framework, ids]) =>
          (ids ?? []).map((requirement) => `${framework}/${requirement}`),
        ),
      ],
    },
  };
}

/** For a retired check. */
const ruleWithoutCheck = ({ checkId, title, severity }: Finding): ReportingDescriptor => ({
  id: checkId,
  name: checkId,
  shortDescription: { text: messageText(title) },
  fullDescription: { text: messageText(title) },
  help: { text: messageText(title) },
  defaultConfiguration: { level: LEVEL[severity] },
  properties: { 'security-severity': SECURITY_SEVERITY[severity], tags: ['security'] },
});

/** `{` and `}` are doubled in message strings, markdown ones as well (SARIF 2.1.0, 3.11.5). */
function helpMarkdown(
  why: string,
  { console, cli, terraform, bicep, cloudformation }: Explanation['fix'],
): string {
  const blocks: [string, string | undefined][] = [
    ['sh', cli],
    ['yaml', cloudformation && JSON.stringify(cloudformation, null, 2)],
    ['bicep', bicep],
    ['hcl', terraform],
  ];
  return braced(
    [
      why,
      `**Fix:** ${console}`,
      ...blocks.flatMap(([language, code]) => (code ? [`\`\`\`${language}\n${code}\n\`\`\``] : [])),
    ].join('\n\n'),
  );
}

function resultOf(finding: Finding, ruleIndex: number, { assetTypes }: Posture): Result {
  const { id, checkId, title, severity, asset, scope, evidence, suppression, owner } = finding;
  const because = evidence.map(evidenceText).join('; ');
  return {
    ruleId: checkId,
    ruleIndex,
    level: LEVEL[severity],
    // “A number between 0.0 and 100.0 inclusive”: the priority of the result (3.27.25).
    rank: scoreOf(finding),
    message: {
      text: messageText(
        `${title}. ${assetTypes.get(asset.type)?.title ?? asset.type} “${asset.name}” in ${scopeKey(scope)}${because ? `: ${because}` : ''}`,
      ),
    },
    locations: [locationOf(finding)],
    // The second is the one that GitHub matches results of two runs by.
    partialFingerprints: { 'aispmFinding/v1': id, primaryLocationLineHash: id },
    ...(suppression && finding.status === 'suppressed' && { suppressions: [suppressionOf(suppression)] }),
    properties: {
      'security-severity': SECURITY_SEVERITY[severity],
      assetId: asset.id,
      firstSeenAt: finding.firstSeenAt,
      lastSeenAt: finding.lastSeenAt,
      evidence,
      ...(finding.risk && { risk: finding.risk }),
      ...(owner !== undefined && { owner }),
    },
  };
}

const suppressionOf = ({ owner, reason, until }: NonNullable<Finding['suppression']>): Suppression => ({
  kind: 'external',
  status: 'accepted',
  justification: printable(`${reason} (${owner}, until ${until})`),
});

function locationOf({ asset, scope }: Finding): Location {
  const logical: LogicalLocation = {
    name: printable(asset.name),
    fullyQualifiedName: printable(asset.id),
    kind: 'resource',
  };
  const address = [scope.provider, scope.account, scope.region, asset.type, asset.id]
    .map(pathSegment)
    .join('/');
  return {
    physicalLocation: { artifactLocation: { uri: address }, region: { startLine: 1 } },
    logicalLocations: [logical],
  };
}

function invocation({ coverage, generatedAt }: Posture) {
  return {
    executionSuccessful: true,
    endTimeUtc: generatedAt,
    toolExecutionNotifications: coverage
      .filter(({ outcome }) => !wasRead(outcome) && outcome !== 'not-asked')
      .map(notificationOf),
  };
}

const notificationOf = ({ scope, operation, outcome, permission, detail }: Coverage): Notification => ({
  level: 'warning',
  descriptor: { id: COVERAGE_CHECK },
  message: {
    text: messageText(
      `${operation} in ${scopeKey(scope)} was not read (${outcome}); it needs ${permission}${detail ? `: ${detail}` : ''}`,
    ),
  },
});
