import { beforeEach, expect, it, vi } from 'vitest';
import { azureIdentities } from '#functions/azure.ts';
import { googleIdentities } from '#functions/gcp.ts';
import { FleetConfig } from '#shared/config/schema.ts';

/** What credentials are made from: nobody is asked for a token. */
const made = vi.hoisted(() => [] as object[]);
vi.mock('#connectors/azure/credential.ts', async (original) => ({
  ...(await original<object>()),
  federatedCredential: (options: object) => made.push(options),
}));
vi.mock('#connectors/gcp/credentials.ts', async (original) => ({
  ...(await original<object>()),
  federatedCredential: (options: object) => made.push(options),
}));
beforeEach(() => {
  made.length = 0;
});

const tenantId = '00000000-0000-0000-0000-000000000001';
const clientId = '00000000-0000-0000-0000-000000000002';
const remediator = '00000000-0000-0000-0000-000000000003';
const audience =
  '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/aispm/providers/aws';
const serviceAccount = 'reader@acme.iam.gserviceaccount.com';

it('makes two identities of Azure where one is there to write', () => {
  const { azure } = FleetConfig.parse({
    azure: { tenantId, clientId, remediation: { clientId: remediator } },
  });
  if (!azure) throw new Error('no config');
  expect(Object.keys(azureIdentities(azure, 'eu-west-1'))).toEqual(['reader', 'remediator']);
  expect(made).toEqual([
    { tenantId, clientId, sts: { region: 'eu-west-1' } },
    { tenantId, clientId: remediator, sts: { region: 'eu-west-1' } },
  ]);
});

it('makes two identities of Google Cloud where one is there to write', () => {
  const writer = 'remediator@acme.iam.gserviceaccount.com';
  const { gcp } = FleetConfig.parse({
    gcp: { audience, serviceAccount, remediation: { serviceAccount: writer } },
  });
  if (!gcp) throw new Error('no config');
  expect(Object.keys(googleIdentities(gcp, 'eu-west-1'))).toEqual(['reader', 'remediator']);
  expect(made).toMatchObject([
    { audience, serviceAccount },
    { audience, serviceAccount: writer },
  ]);
});

it('makes none to write where none is configured', () => {
  const { azure, gcp } = FleetConfig.parse({
    azure: { tenantId, clientId },
    gcp: { audience, serviceAccount },
  });
  if (!azure || !gcp) throw new Error('no config');
  expect(Object.keys(azureIdentities(azure, 'eu-west-1'))).toEqual(['reader']);
  expect(Object.keys(googleIdentities(gcp, 'eu-west-1'))).toEqual(['reader']);
});
