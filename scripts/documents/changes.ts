import { resourceProvidersOf } from '#connectors/azure/changes.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import { servicesOf } from '#connectors/gcp/changes.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { changeEvents, connectors } from '#connectors/index.ts';
import { table } from './markdown.ts';

/** After which events one asset of which type is read again, and where no event tells of a change. */
export function changes(): string {
  const silent = connectors.aws.flatMap(({ assetType, withoutEvents = {} }) =>
    Object.entries(withoutEvents).map(([change, reason]) => [assetType.id, change, reason]),
  );
  const services = servicesOf(gcpConnectors).map((service) => `"${service}"`);
  return `# Changes that lead to a rescan

## In AWS

CloudTrail management events, and the types of which the asset that they name is read again. The EventBridge rules of
the fleet are made from this table.

${table(
  ['Source', 'Event', 'Asset types'],
  changeEvents.map(({ eventSource, eventName, assetTypes }) => [
    eventSource,
    `\`${eventName}\``,
    assetTypes.join(', '),
  ]),
)}
### Where no event tells

These wait for the next scheduled scan.

${table(['Asset type', 'Change', 'Why'], silent)}
## In Azure

What Resource Manager says was written, deleted or acted upon. The resource itself is read again, or the nearest above it
that is an asset: the account of a diagnostic setting. An event subscription needs to let through only these resource
providers (\`data.resourceProvider\`):

${list(resourceProvidersOf(azureConnectors))}
## In Google Cloud

What audit logs of admin activity say of a project. The resource that is named is read again, or the nearest above it that
is an asset. A sink needs to let through only:

\`\`\`text
log_id("cloudaudit.googleapis.com/activity") AND
protoPayload.serviceName=(${services.join(' OR ')})
\`\`\`

What an organisation or a folder has itself waits for the next scheduled scan.
`;
}

const list = (items: readonly string[]): string => items.map((item) => `- \`${item}\`\n`).join('');
