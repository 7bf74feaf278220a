import type { AwsSecurityFinding, ComplianceStatus, SeverityLabel } from '@aws-sdk/client-securityhub';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Finding, Instant, Resolution } from '#shared/model/finding.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import type { Severity } from '#shared/model/severity.ts';
import { asffResource, asffText } from './asff-resource.ts';
import { partitionOfRegion } from './cloud-names.ts';
import { evidenceText } from './evidence-text.ts';
import { type Explanation, isCoverageGap } from './explanation.ts';
import { riskTermTexts } from './risk-text.ts';

/** An AWS account and region in which Security Hub keeps findings. */
export interface Hub {
  readonly accountId: string;
  readonly region: string;
}

export interface AsffContext {
  /** The fleet's own: where findings on Azure and Google Cloud are filed, and those of no region. */
  readonly fleet: Hub;
  readonly explanation?: Explanation | undefined;
  readonly assetType?: AssetType | undefined;
  /** Pages to read on about the check and the finding; left out unless they are http or https. */
  readonly links?: { readonly check?: string; readonly finding?: string };
  /** For a resend: must be later than the UpdatedAt before. Without it, when the finding last changed. */
  readonly updatedAt?: Instant;
}

/**
 * The hub that a finding belongs in. An AWS finding goes to the account it names, because Security Hub takes
 * findings under the default product ARN from that account only.
 */
export const hubOf = ({ scope }: Finding, fleet: Hub): Hub =>
  scope.provider === 'aws'
    ? { accountId: scope.account, region: scope.region === GLOBAL ? fleet.region : scope.region }
    : fleet;

/** A finding of up to this many bytes of JSON is taken; documented as 240 KB. */
export const FINDING_BYTES = 240_000;

/**
 * The finding in the AWS Security Finding Format, every limit kept. Evidence that does not fit is left out
 * and counted in `ProductFields['aispm/EvidenceOmitted']`.
 *
 * Suppression: `Workflow` is the customer's and BatchImportFindings may not touch it, so a suppressed
 * finding is archived (it leaves the active list, which is what suppressing asks for) while
 * `Compliance.Status` stays FAILED, and owner, reason and expiry stand in `ProductFields`. It becomes ACTIVE
 * again when the suppression ends.
 *
 * Source: type comments of `@aws-sdk/client-securityhub` 3.1108; Security Hub user guide, “BatchImportFindings
 * for finding providers”.
 */
export function asff(finding: Finding, context: AsffContext): AwsSecurityFinding {
  for (let shown = finding.evidence.length; ; shown = Math.floor(shown / 2)) {
    const document = compose(finding, context, shown);
    if (shown === 0 || Buffer.byteLength(JSON.stringify(document)) <= FINDING_BYTES) return document;
  }
}

function compose(finding: Finding, context: AsffContext, shownEvidence: number): AwsSecurityFinding {
  const { explanation, assetType, fleet, links, updatedAt } = context;
  const { accountId, region } = hubOf(finding, fleet);
  const abridged = { ...finding, evidence: finding.evidence.slice(0, shownEvidence) };
  const checkUrl = webAddress(links?.check);
  const findingUrl = webAddress(links?.finding);
  return {
    SchemaVersion: '2018-10-08',
    Id: `aispm/${finding.id}`,
    ProductArn: `arn:${partitionOfRegion(region)}:securityhub:${region}:${accountId}:product/${accountId}/default`,
    ProductName: 'aispm',
    CompanyName: 'aispm',
    GeneratorId: asffText(finding.checkId, 512),
    AwsAccountId: accountId,
    FirstObservedAt: finding.firstSeenAt,
    LastObservedAt: finding.lastSeenAt,
    CreatedAt: finding.firstSeenAt,
    UpdatedAt: updatedAt ?? finding.changedAt,
    Title: asffText(`${finding.title}: ${finding.asset.name}`, 256),
    Description: asffText(description(abridged, context), 1024),
    FindingProviderFields: {
      Severity: { Label: SEVERITY_LABEL[finding.severity], Original: finding.severity },
      Types: [`Software and Configuration Checks/AI Security Posture/${asffText(finding.checkId, 256)}`],
    },
    ...(explanation && {
      Remediation: {
        Recommendation: { Text: asffText(explanation.fix.console, 512), ...(checkUrl && { Url: checkUrl }) },
      },
    }),
    ...(findingUrl && { SourceUrl: findingUrl }),
    Compliance: {
      Status: complianceStatus(finding),
      SecurityControlId: asffText(finding.checkId, 256),
      ...requirements(explanation),
    },
    RecordState: finding.status === 'open' ? 'ACTIVE' : 'ARCHIVED',
    Resources: [asffResource(abridged, assetType)],
    ProductFields: productFields(abridged, finding.evidence.length - shownEvidence, explanation),
  };
}

const SEVERITY_LABEL: Readonly<Record<Severity, SeverityLabel>> = {
  informational: 'INFORMATIONAL',
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  critical: 'CRITICAL',
};

const RESOLVED_AS: Readonly<Record<Resolution, ComplianceStatus>> = {
  passed: 'PASSED',
  'not-applicable': 'NOT_AVAILABLE',
  'asset-gone': 'NOT_AVAILABLE',
  'check-retired': 'NOT_AVAILABLE',
};

function complianceStatus(finding: Finding): ComplianceStatus {
  const { status, resolution } = finding;
  if (status === 'resolved') return resolution ? RESOLVED_AS[resolution] : 'NOT_AVAILABLE';
  return isCoverageGap(finding) ? 'WARNING' : 'FAILED';
}

function description({ asset, evidence }: Finding, { explanation, assetType }: AsffContext): string {
  const subject = `${assetType?.title ?? asset.type} “${asset.name}”.`;
  return [
    subject,
    ...(explanation ? [explanation.why] : []),
    ...evidence.map((one) => `${evidenceText(one)}.`),
  ].join(' ');
}

function requirements(explanation: Explanation | undefined): { RelatedRequirements?: string[] } {
  const all = Object.entries(explanation?.frameworks ?? {}).flatMap(([framework, ids]) =>
    (ids ?? []).map((id) => asffText(`${framework} ${id}`, 256)),
  );
  return all.length > 0 ? { RelatedRequirements: all.slice(0, 32) } : {};
}

const PRODUCT_FIELDS = 50;

function productFields(
  finding: Finding,
  omitted: number,
  explanation: Explanation | undefined,
): NonNullable<AwsSecurityFinding['ProductFields']> {
  const { asset, scope, suppression } = finding;
  const pairs: [string, string | undefined][] = [
    ['FindingId', finding.id],
    ['CheckId', finding.checkId],
    ['AssetId', asset.id],
    ['AssetType', asset.type],
    ['AssetName', asset.name],
    ['Provider', scope.provider],
    ['Account', scope.account],
    ['Region', scope.region],
    // Not as Criticality: that is how much the resource matters, this how urgent the finding is.
    ['Risk', finding.risk && String(finding.risk.score)],
    ['RiskBecause', finding.risk && riskTermTexts(finding).join('; ')],
    ['Owner', finding.owner],
    ['Discriminator', finding.discriminator],
    ['Status', finding.status],
    ['Resolution', finding.resolution],
    ['OpenedAt', finding.openedAt],
    ['ResolvedAt', finding.resolvedAt],
    ['Reopened', String(finding.reopened)],
    ['SuppressedBy', suppression?.owner],
    ['SuppressionReason', suppression?.reason],
    ['SuppressedUntil', suppression?.until],
    ['ScanId', finding.scanId],
    ['Version', String(finding.version)],
    ['FixByCommandLine', explanation?.fix.cli],
  ];
  const said = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
  const room = PRODUCT_FIELDS - said.length - 1;
  const shown = finding.evidence.slice(0, room);
  const left = omitted + finding.evidence.length - shown.length;
  return Object.fromEntries(
    [
      ...said,
      ...shown.map((one, index): [string, string] => [`Evidence/${index + 1}`, evidenceText(one)]),
      ...(left > 0 ? [['EvidenceOmitted', String(left)] as const] : []),
    ].map(([key, text]) => [`aispm/${key}`, asffText(text, 2048)]),
  );
}

const webAddress = (address: string | undefined): string | undefined =>
  address && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
    ? new URL(address).href
    : undefined;

const RESEND_AFTER_DAYS = 80;

/**
 * Whether an active finding must be sent again, with a later UpdatedAt, so that the hub does not delete it:
 * Security Hub keeps active findings for 90 days after their last update.
 */
export const isDueForResend = ({ status }: Finding, lastSentAt: Instant, now: Instant): boolean =>
  status === 'open' && Date.parse(now) - Date.parse(lastSentAt) >= RESEND_AFTER_DAYS * 86_400_000;
