import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { fleetApp } from '#infra/fleet-app.ts';
import { parseConfigText } from '#shared/config/read.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { FUNCTIONS } from '../../scripts/build-functions.ts';

/** What a template says of one resource. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

/** Configs that switch each optional part of the stacks on and off. */
export const CONFIGS: Readonly<Record<string, string>> = {
  'the default config': '',
  everything: `
aws: {accounts: ["111122223333", "444455556666"], regions: [eu-west-1, us-east-1], externalId: external-id}
azure:
  tenantId: 00000000-0000-0000-0000-000000000001
  clientId: 00000000-0000-0000-0000-000000000002
  inspection: {clientId: 00000000-0000-0000-0000-000000000004}
  changes: {audience: 00000000-0000-0000-0000-000000000003}
gcp:
  audience: //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/aispm/providers/aws
  inspection: {serviceAccount: aispm-inspector@security-tools.iam.gserviceaccount.com}
  changes: {pushServiceAccount: aispm-push@security-tools.iam.gserviceaccount.com}
digest: {from: aispm@example.com, to: [security@example.com]}
remediation: {mode: approval}
modelFiles: {places: ["s3://acme-models", "s3://acme-*-artefacts", "gs://acme-models", "az://acme/models"]}
alarms: {email: oncall@example.com}`,
  'an organization': 'aws: {organization: {}}',
  'no Security Hub': 'securityHub: {enabled: false}',
};

/** Bundles that hold nothing: what a function does is not the template's business. */
function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aispm-bundles-'));
  for (const name of FUNCTIONS) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), 'export const handler = async () => undefined;\n');
  }
  return folder;
}

export interface Synthesized {
  readonly config: FleetConfig;
  readonly fleet: Template;
  readonly member: Template;
  /** Throws where cdk-nag finds something that nobody has argued for. */
  synth(): void;
}

export function synthesize(yaml: string): Synthesized {
  const config = parseConfigText(yaml, 'test');
  const outdir = mkdtempSync(join(tmpdir(), 'aispm-cdk-'));
  const { app, fleet, member } = fleetApp(config, emptyBundles(), {
    outdir,
    context: { 'aws:cdk:enable-path-metadata': false },
  });
  return {
    config,
    fleet: Template.fromStack(fleet),
    member: Template.fromStack(member),
    synth: () => {
      app.synth();
    },
  };
}

export const resourcesOf = (template: Template, type?: string): [string, Resource][] =>
  Object.entries(template.toJSON()['Resources'] as Record<string, Resource>).filter(
    ([, resource]) => type === undefined || resource.Type === type,
  );
