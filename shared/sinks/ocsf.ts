import type { AssetType } from '#shared/model/asset-type.ts';
import type { Change, Finding } from '#shared/model/finding.ts';
import { GLOBAL, type Provider } from '#shared/model/scope.ts';
import type { Severity } from '#shared/model/severity.ts';
import { ACCOUNT_KIND, partitionOf } from './cloud-names.ts';
import { evidenceText } from './evidence-text.ts';
import { type Explanation, explanationOf, isCoverageGap } from './explanation.ts';
import { jsonTextInOrder } from './json-text.ts';
import type { Format, Product } from './posture.ts';

/** What an OCSF document is made of beside the finding. */
export interface OcsfContext {
  readonly product: Product;
  readonly explanation?: Explanation | undefined;
  readonly assetType?: AssetType | undefined;
  /** The step that is told of; without it the document tells where the finding stands. */
  readonly kind?: Change['kind'];
}

export type OcsfDocument = ReturnType<typeof ocsf>;

const CLASS_UID = 2003;

/**
 * The finding as an OCSF 1.6.0 Compliance Finding (class 2003) with the cloud profile. Times are milliseconds
 * since 1970. Evidence and risk, which the class has no attributes for, stand in `unmapped`.
 *
 * Source: the OCSF schema 1.6.0, https://schema.ocsf.io/1.6.0/classes/compliance_finding
 */
export function ocsf(finding: Finding, { product, explanation, assetType, kind }: OcsfContext) {
  const { asset, scope, status, severity } = finding;
  const activity = ACTIVITY[kind ?? lastStep(finding)];
  const partition = partitionOf(asset.id, scope);
  const compliance = complianceStatus(finding);
  const attacks = attacksOf(explanation);
  const references = webAddresses(explanation?.source ?? '');
  return {
    activity_id: activity.id,
    activity_name: activity.caption,
    category_uid: 2,
    category_name: 'Findings',
    class_uid: CLASS_UID,
    class_name: 'Compliance Finding',
    type_uid: CLASS_UID * 100 + activity.id,
    type_name: `Compliance Finding: ${activity.caption}`,
    time: at(finding.changedAt),
    severity_id: SEVERITY_ID[severity],
    severity: caption(severity),
    status_id: STATUS[status].id,
    status: STATUS[status].caption,
    message: `${finding.title}: ${asset.name}`,
    metadata: {
      version: '1.6.0',
      profiles: ['cloud'],
      product: { name: product.name, vendor_name: product.name, version: product.version },
      uid: `${finding.id}.${finding.version}`,
      event_code: finding.checkId,
      correlation_uid: finding.scanId,
    },
    cloud: {
      provider: CLOUD[scope.provider].name,
      account: {
        uid: scope.account,
        type: CLOUD[scope.provider].accountType,
        type_id: CLOUD[scope.provider].accountTypeId,
      },
      region: scope.region,
      ...(partition && { cloud_partition: partition }),
    },
    finding_info: {
      uid: finding.id,
      title: finding.title,
      ...(explanation && { desc: explanation.why }),
      types: [isCoverageGap(finding) ? 'Coverage gap' : 'AI security posture'],
      created_time: at(finding.firstSeenAt),
      first_seen_time: at(finding.firstSeenAt),
      last_seen_time: at(finding.lastSeenAt),
      modified_time: at(finding.changedAt),
      ...(attacks.length > 0 && { attacks }),
    },
    compliance: {
      control: finding.checkId,
      desc: explanation?.title ?? finding.title,
      standards: Object.keys(explanation?.frameworks ?? {}),
      requirements: Object.entries(explanation?.frameworks ?? {}).flatMap(([framework, ids]) =>
        (ids ?? []).map((id) => `${framework} ${id}`),
      ),
      status: compliance.caption,
      status_id: compliance.id,
      status_details: finding.evidence.map(evidenceText),
    },
    resources: [
      {
        uid: asset.id,
        name: asset.name,
        type: assetType?.nativeType ?? asset.type,
        namespace: scope.account,
        role: 'Affected',
        role_id: 3,
        ...(scope.region !== GLOBAL && { region: scope.region }),
        ...(partition && { cloud_partition: partition }),
        ...(finding.owner && { owner: { name: finding.owner } }),
      },
    ],
    ...(explanation && {
      remediation: {
        desc: explanation.fix.console,
        ...(references.length > 0 && { references }),
      },
    }),
    unmapped: {
      asset_type: asset.type,
      account_kind: ACCOUNT_KIND[scope.provider],
      evidence: finding.evidence,
      ...(finding.risk && { risk: finding.risk }),
      opened_at: finding.openedAt,
      reopened: finding.reopened,
      ...(explanation?.fix.cli && { fix: { cli: explanation.fix.cli } }),
      ...(finding.discriminator !== undefined && { discriminator: finding.discriminator }),
      ...(finding.suppression && { suppression: finding.suppression }),
      ...(finding.resolution && { resolution: finding.resolution }),
    },
  };
}

/** One document a line. */
export const ocsfFormat: Format = {
  id: 'ocsf',
  mediaType: 'application/x-ndjson',
  fileExtension: 'ocsf.jsonl',
  *render({ findings, checks, assetTypes, product }) {
    for (const finding of findings) {
      const document = ocsf(finding, {
        product,
        explanation: explanationOf(finding, checks),
        assetType: assetTypes.get(finding.asset.type),
      });
      yield `${jsonTextInOrder(document)}\n`;
    }
  },
};

const at = (instant: string): number => Date.parse(instant);

const caption = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const SEVERITY_ID: Readonly<Record<Severity, number>> = {
  informational: 1,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5,
};

const STATUS: Readonly<Record<Finding['status'], { readonly id: number; readonly caption: string }>> = {
  open: { id: 1, caption: 'New' },
  suppressed: { id: 3, caption: 'Suppressed' },
  resolved: { id: 4, caption: 'Resolved' },
};

const CREATE = { id: 1, caption: 'Create' };
const UPDATE = { id: 2, caption: 'Update' };
const CLOSE = { id: 3, caption: 'Close' };

/** Create is for the first time only; Close is “resolved or dismissed”. */
const ACTIVITY: Readonly<Record<Change['kind'], { readonly id: number; readonly caption: string }>> = {
  opened: CREATE,
  changed: UPDATE,
  reopened: UPDATE,
  unsuppressed: UPDATE,
  suppressed: CLOSE,
  resolved: CLOSE,
};

/** Not by version, which grows with the risk and the owner as well. */
const lastStep = ({ status, changedAt, firstSeenAt }: Finding): Change['kind'] =>
  status === 'open' ? (changedAt === firstSeenAt ? 'opened' : 'changed') : status;

function complianceStatus(finding: Finding): { id: number; caption: string } {
  const { status, resolution } = finding;
  if (status !== 'resolved')
    return isCoverageGap(finding) ? { id: 2, caption: 'Warning' } : { id: 3, caption: 'Fail' };
  return resolution === 'passed' ? { id: 1, caption: 'Pass' } : { id: 99, caption: resolution ?? 'resolved' };
}

/** `account.type_id` and its captions as the schema's enumeration has them. */
const CLOUD: Readonly<
  Record<Provider, { readonly name: string; readonly accountType: string; readonly accountTypeId: number }>
> = {
  aws: { name: 'AWS', accountType: 'AWS Account', accountTypeId: 10 },
  azure: { name: 'Azure', accountType: 'Azure Subscription', accountTypeId: 13 },
  gcp: { name: 'GCP', accountType: 'GCP Project', accountTypeId: 11 },
};

/** `AML.T0051` is a technique, `AML.T0051.000` a technique and its sub-technique; mitigations are no attacks. */
function attacksOf(explanation: Explanation | undefined) {
  return (explanation?.frameworks['mitre-atlas'] ?? []).flatMap((id) => {
    const [, technique, sub] = /^(AML\.T\d{4})(\.\d{3})?$/.exec(id) ?? [];
    if (!technique) return [];
    return [{ technique: { uid: technique }, ...(sub && { sub_technique: { uid: id } }) }];
  });
}

const webAddresses = (text: string): string[] => text.match(/https?:\/\/[^\s,;)]+/g) ?? [];
