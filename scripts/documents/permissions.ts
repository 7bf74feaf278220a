import { gcpConnectors } from '#connectors/gcp/index.ts';
import { connectors } from '#connectors/index.ts';
import { NEVER_GRANTED } from '#connectors/never-granted.ts';
import { READING_BLOBS } from '#connectors/objects/azure-blob.ts';
import { READING_OBJECTS as READING_GOOGLE_OBJECTS } from '#connectors/objects/google-storage.ts';
import { READING_OBJECTS } from '#connectors/objects/s3.ts';
import {
  awsPolicy,
  azureRole,
  googleApis,
  googleRole,
  listingOperations,
  permissionsOf,
} from '#connectors/permissions.ts';
import type { Provider } from '#shared/model/scope.ts';
import type { Action } from '#shared/remediation/action.ts';
import { permissionsOfAction } from '#shared/remediation/action.ts';
import { actions } from '#shared/remediation/index.ts';
import {
  azureRemediatorRole,
  googleRemediatorRole,
  isEverPlanned,
  planningReads,
  providerOf,
  remediationPolicy,
} from '#shared/remediation/permissions.ts';
import { table } from './markdown.ts';

const SUBSCRIPTIONS = ['/subscriptions/<subscription id>'];

/** What scans read, and what plans read beside it. */
const readIn = (provider: Provider) => [...connectors[provider], ...planningReads(actions, provider)];
const readInGoogle = [...gcpConnectors, ...planningReads(actions, 'gcp')];

const CLOUDS = [
  {
    provider: 'aws',
    title: 'Amazon Web Services',
    readerRole: () => awsPolicy(readIn('aws')),
    remediatorRole: () => ({ Version: '2012-10-17', Statement: remediationPolicy(actions).aws }),
  },
  {
    provider: 'azure',
    title: 'Microsoft Azure',
    readerRole: () =>
      azureRole(readIn('azure'), { kind: 'management-group', managementGroup: '<management group>' }),
    remediatorRole: () => azureRemediatorRole(actions, SUBSCRIPTIONS),
  },
  {
    provider: 'gcp',
    title: 'Google Cloud',
    readerRole: () => googleRole(readInGoogle, 'organization'),
    remediatorRole: () => googleRemediatorRole(actions),
  },
] as const;

const code = (text: string): string => `\`${text}\``;

/** What reading model files takes, and on what. */
const INSPECTING: readonly (readonly [string, string, string])[] = [
  ...READING_OBJECTS.objects.map((action) => ['aws', code(action), 'the objects of the buckets'] as const),
  ...READING_OBJECTS.buckets.map((action) => ['aws', code(action), 'the buckets'] as const),
  ...READING_OBJECTS.keys.map(
    (action) =>
      ['aws', code(action), 'keys, only as S3 asks for it and only for objects of these buckets'] as const,
  ),
  ['azure', code(READING_BLOBS), 'the containers; a data action, held by *Storage Blob Data Reader*'],
  ...Object.values(READING_GOOGLE_OBJECTS).map(
    (permission) => ['gcp', code(permission), 'the buckets; held by `roles/storage.objectViewer`'] as const,
  ),
];

/** What each cloud must grant, and for what. */
export function permissions(): string {
  return `# Permissions

Generated from what the connectors and the remediations declare; a test holds the declarations equal to the requests
that a scan really sends. Nothing here reads a key, a secret, a prompt or a prediction; objects of buckets are read by the
[inspectors](#inspectors) alone, where the config names the bucket.

\`aispm setup azure\` and \`aispm setup gcp\` print the roles of these clouds for your subscriptions, management group, projects,
folder or organization, with the commands, the Bicep or the Terraform that create them.

${CLOUDS.map(readerSection).join('\n')}
The APIs that are called: ${googleApis(readInGoogle).join(', ')}. They are enabled in the project that hosts the service
account; one that is off in a scanned project has nothing there to be read.

## What no reader holds

A test holds every declared permission of a reader against these, and \`aispm doctor\` looks for the examples in what its
identity was given in Azure and in Google Cloud.

${table(
  ['Cloud', 'Why not', 'Such as'],
  NEVER_GRANTED.map(({ provider, reason, examples }) => [provider, reason, examples.map(code).join(', ')]),
)}
# Inspectors

What inspecting model files takes, of an identity of its own in each cloud: on the buckets that \`modelFiles.places\` of the
config names, and nowhere else. Without that setting nobody holds it. [deploying.md](../deploying.md#model-files) says how to
grant it.

${table(['Cloud', 'Permission', 'On'], INSPECTING)}
# Remediators

What acting on an approved plan takes, and taking it back: of an identity of its own, apart from the reader. Plans are
read with the roles above. Grant it where remediations are to be carried out, and nowhere else.

${CLOUDS.map(remediatorSection).join('\n')}`;
}

function readerSection({ provider, title, readerRole }: (typeof CLOUDS)[number]): string {
  const rows = permissionsOf(readIn(provider)).map(({ permission, operations, assetTypes }) => [
    code(permission),
    operations.map(code).join(', '),
    assetTypes.join(', '),
  ]);
  const listing = provider === 'aws' ? '' : `Beside assets:\n\n${listingTable(provider)}\n`;
  return `## ${title}\n\n${table(['Permission', 'Operations', 'Asset types'], rows)}\n${listing}${json(readerRole())}`;
}

const listingTable = (provider: 'azure' | 'gcp'): string =>
  table(
    ['Permission', 'Operation', 'Needed'],
    listingOperations[provider].map(({ operation, needed }) => [
      code(operation.permission),
      code(operation.id),
      needed,
    ]),
  );

function remediatorSection({ provider, title, remediatorRole }: (typeof CLOUDS)[number]): string {
  const rows = actions
    .filter((action) => providerOf(action) === provider && isEverPlanned(action))
    .map((action) => [code(action.id), action.title, action.fixes.join(', '), takenBy(action)]);
  const heads = ['Remediation', 'What it does', 'Checks', 'Permissions'];
  return `## ${title}: remediator\n\n${table(heads, rows)}\n${json(remediatorRole())}`;
}

const takenBy = (action: Action): string =>
  permissionsOfAction(action).map(code).join(', ') || 'none: only a person can do it, and the plan says how';

const json = (role: object): string => `\`\`\`json\n${JSON.stringify(role, null, 2)}\n\`\`\`\n`;
