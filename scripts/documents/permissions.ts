import type { Connector } from '#connectors/connector.ts';
import { connectors } from '#connectors/index.ts';
import { awsPolicy, azureRole, googleRole, permissionsOf } from '#connectors/permissions.ts';
import { table } from './markdown.ts';

/** What each cloud must grant, and for what. */
export function permissions(): string {
  return `# Permissions

Generated from what the connectors declare; a test holds the declarations equal to the requests that a scan
really sends. Nothing here reads a key, a secret, a prompt or a prediction.

${cloud('Amazon Web Services', connectors.aws, JSON.stringify(awsPolicy(connectors.aws), null, 2))}
${cloud('Microsoft Azure', connectors.azure, JSON.stringify(azureRole(connectors.azure, ['/subscriptions/<subscription id>']), null, 2))}
${cloud('Google Cloud', connectors.gcp, JSON.stringify(googleRole(connectors.gcp), null, 2))}`;
}

function cloud(title: string, ofCloud: readonly Connector[], role: string): string {
  const rows = permissionsOf(ofCloud).map(({ permission, operations, assetTypes }) => [
    `\`${permission}\``,
    operations.map((operation) => `\`${operation}\``).join(', '),
    assetTypes.join(', '),
  ]);
  return `## ${title}\n\n${table(['Permission', 'Operations', 'Asset types'], rows)}\n\`\`\`json\n${role}\n\`\`\`\n`;
}
