import type { AwsSageMakerNotebookInstanceDetails, Partition, Resource } from '@aws-sdk/client-securityhub';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Finding } from '#shared/model/finding.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { partitionOf } from './cloud-names.ts';
import { foundText } from './evidence-text.ts';
import { withTexts } from './json-text.ts';
import { clip, printable } from './text.ts';

/** The asset as ASFF's `Resources[0]`. Sizes: the type comments of `@aws-sdk/client-securityhub`. */
export function asffResource(finding: Finding, type: AssetType | undefined): Resource {
  const { asset, scope, evidence } = finding;
  const region = scope.region !== GLOBAL && scope.region.length <= REGION_LENGTH ? scope.region : undefined;
  const common = { Id: asffText(asset.id, RESOURCE_ID_LENGTH), ...(region && { Region: region }) };
  switch (scope.provider) {
    case 'aws': {
      const asffType = type?.asffType ?? OTHER;
      const partition = ASFF_PARTITION[partitionOf(asset.id, scope) ?? ''];
      return {
        ...common,
        Type: asffType,
        Provider: 'AWS',
        ...(partition && { Partition: partition }),
        Owner: { Account: { Id: scope.account } },
        Details:
          asffType === 'AwsSageMakerNotebookInstance'
            ? { AwsSageMakerNotebookInstance: notebookInstance(finding) }
            : { Other: otherDetails(finding, type) },
      };
    }
    case 'azure':
      // Resource.Provider, Owner and Details.AzureResource came with the hub's own Azure connector.
      return {
        ...common,
        Type: OTHER,
        Provider: 'Azure',
        Partition: 'AzureCloud',
        Owner: { Account: { Id: scope.account } },
        Details: {
          AzureResource: withTexts(
            {
              id: asset.id,
              name: asset.name,
              type: type?.nativeType ?? asset.type,
              location: scope.region,
              subscriptionId: scope.account,
              evidence: evidence.map((one) => ({ path: one.path, found: clip(foundText(one), 1024) })),
            },
            printable,
          ),
        },
      };
    case 'gcp':
      // ASFF knows no third provider: Provider and Owner would be read as AWS's.
      return { ...common, Type: OTHER, Details: { Other: otherDetails(finding, type) } };
  }
}

const OTHER = 'Other';
/** Azure has longer ones, such as `australiasoutheast`; those stand in ProductFields only. */
const REGION_LENGTH = 16;
const RESOURCE_ID_LENGTH = 512;

/** ASFF's spelling of the isolated partitions is not that of ARNs. */
const ASFF_PARTITION: Readonly<Record<string, Partition>> = {
  aws: 'aws',
  'aws-cn': 'aws-cn',
  'aws-us-gov': 'aws-us-gov',
  'aws-iso': 'aws-us-iso',
  'aws-iso-b': 'aws-us-iso-b',
};

/** Text that ASFF takes: something visible (its pattern is `.*\S.*`), on one line, within the length. */
export const asffText = (text: string, length: number): string => {
  const shown = clip(printable(text), length);
  return shown.trim() === '' ? '-' : shown;
};

const OTHER_PAIRS = 50;

function otherDetails({ asset, scope, evidence }: Finding, type: AssetType | undefined) {
  const pairs: [string, string][] = [
    ['Name', asset.name],
    ['Type', type?.nativeType ?? asset.type],
    ['Provider', scope.provider],
    ['Account', scope.account],
    ['Region', scope.region],
    ...evidence.map((one): [string, string] => [one.path, foundText(one)]),
  ];
  return Object.fromEntries(
    pairs.slice(0, OTHER_PAIRS).map(([key, text]) => [asffText(key, 128), asffText(text, 1024)]),
  );
}

type TextField = keyof {
  [Key in keyof AwsSageMakerNotebookInstanceDetails as string extends AwsSageMakerNotebookInstanceDetails[Key]
    ? Key
    : never]: true;
};

/** The evidence paths that are fields of the ASFF type, which took its names from DescribeNotebookInstance. */
const NOTEBOOK_TEXTS: ReadonlySet<string> = new Set<TextField>([
  'DefaultCodeRepository',
  'DirectInternetAccess',
  'InstanceType',
  'KmsKeyId',
  'NetworkInterfaceId',
  'NotebookInstanceLifecycleConfigName',
  'NotebookInstanceStatus',
  'PlatformIdentifier',
  'RoleArn',
  'RootAccess',
  'SubnetId',
  'Url',
]);

function notebookInstance({ asset, evidence }: Finding): AwsSageMakerNotebookInstanceDetails {
  const read = evidence.filter(isReadText).filter(({ path }) => NOTEBOOK_TEXTS.has(path));
  return {
    NotebookInstanceName: asffText(asset.name, 1024),
    ...(asset.id.startsWith('arn:') && { NotebookInstanceArn: asffText(asset.id, 2048) }),
    ...Object.fromEntries(read.map(({ path, found }) => [path, asffText(found, 1024)])),
  };
}

const isReadText = (evidence: Evidence): evidence is Evidence & { found: string } =>
  evidence.state === 'read' && typeof evidence.found === 'string';
