import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, parseConfigText, readConfig } from '#shared/config/read.ts';
import { jobHistoryDaysOf } from '#shared/config/schema.ts';

const problemsOf = (yaml: string): readonly string[] => {
  try {
    parseConfigText(yaml, 'aispm.config.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

const ONE = '00000000-0000-0000-0000-00000000000a';
const TWO = '00000000-0000-0000-0000-00000000000b';
const AUDIENCE =
  '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/aispm/providers/aws';

describe('reading the config', () => {
  it('scans its own account without acting when nothing is written', () => {
    const config = parseConfigText('', 'aispm.config.yaml');
    expect(config.aws).toEqual({
      rarelyUsedServices: 'where-ai-lives',
      readerRoleName: 'aispm-reader',
      importerRoleName: 'aispm-importer',
      remediatorRoleName: 'aispm-remediator',
      inspectorRoleName: 'aispm-inspector',
    });
    expect(config.remediation).toEqual({ mode: 'plan-only', policies: [], parameters: {} });
    expect(config).not.toHaveProperty('azure');
    expect(config).not.toHaveProperty('digest');
  });

  it('looks back fourteen days of jobs, as many as are written, or at all of them', () => {
    const days = (yaml: string) => jobHistoryDaysOf(parseConfigText(yaml, 'aispm.config.yaml'));
    expect(days('')).toBe(14);
    expect(days('trainingJobs: {lookBackDays: 90}')).toBe(90);
    expect(days('trainingJobs: {lookBackDays: all}')).toBe(Number.POSITIVE_INFINITY);
  });

  it('takes the documented example', () => {
    const config = readConfig('aispm.config.example.yaml');
    expect(config.aws.accounts).toEqual(['111122223333', '444455556666']);
    expect(config.remediation.policies[0]?.check).toBe('aws.s3.public-access-block');
    expect(config.azure?.remediation?.clientId).not.toBe(config.azure?.clientId);
    expect(config.gcp?.remediation?.serviceAccount).not.toBe(config.gcp?.serviceAccount);
  });

  it('hears from other clouds only where that is asked for', () => {
    const azure = (changes: string) =>
      `azure: {tenantId: ${'0'.repeat(8)}-0000-0000-0000-000000000001, clientId: ${'0'.repeat(8)}-0000-0000-0000-000000000002${changes}}`;
    expect(parseConfigText(azure(''), 'test').azure).not.toHaveProperty('changes');
    for (const audience of ['00000000-0000-0000-0000-000000000003', 'api://aispm.example.com/changes'])
      expect(parseConfigText(azure(`, changes: {audience: "${audience}"}`), 'test').azure?.changes).toEqual({
        audience,
      });
    const google = parseConfigText(
      'gcp: {audience: //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b, changes: {pushServiceAccount: push@acme-tools.iam.gserviceaccount.com}}',
      'test',
    );
    expect(google.gcp?.changes).toEqual({
      pushServiceAccount: 'push@acme-tools.iam.gserviceaccount.com',
      audience: 'aispm-changes',
    });
  });

  it('gives back a parsed config as it was', () => {
    const config = readConfig('aispm.config.example.yaml');
    expect(parseConfig(JSON.parse(JSON.stringify(config)), 'fleet.json')).toEqual(config);
  });

  it.each([
    [
      'aws: {accounts: [12345]}',
      'aws.accounts[0]: 12345 is a number, not a 12-digit account id; write it in quotes: "12345"',
    ],
    [
      'aws: {accounts: ["12345"]}',
      'aws.accounts[0]: "12345" is not a 12-digit account id; write all twelve digits, in quotes',
    ],
    [
      'aws: {accounts: []}',
      'aws.accounts: is an empty list; name at least one of the account ids, or remove the setting',
    ],
    [
      'aws: {accounts: ["111122223333", "111122223333"]}',
      'aws.accounts[1]: "111122223333" is named twice; remove one',
    ],
    [
      'aws: {accounts: ["111122223333"], organization: {}}',
      'aws: accounts and organization exclude each other; keep one of them',
    ],
    [
      'aws: {region: [eu-west-1]}',
      'aws.region: is not a setting; remove it, or see aispm.config.example.yaml for its name',
    ],
    [
      'aws: {regions: [Ireland]}',
      'aws.regions[0]: "Ireland" is not an AWS region; write its code, such as eu-west-1 (aws account list-regions shows yours)',
    ],
    ['aws: on', 'aws: is not a group of settings; write its settings indented below it'],
    [
      'digest: {to: [a@example.com]}',
      'digest.from: is missing; write name@example.com, without a display name',
    ],
    [
      'remediation: {mode: policy}',
      'remediation.policies: is empty though the mode is policy; write a policy, or choose the mode approval',
    ],
    ['remediation: {mode: always}', 'remediation.mode: is not a mode; write plan-only, approval or policy'],
    [
      'trainingJobs: {lookBackDays: 0}',
      'trainingJobs.lookBackDays: is less than a day; write 1 to 90, or all',
    ],
    [
      'trainingJobs: {lookBackDays: ever}',
      'trainingJobs.lookBackDays: is neither a whole number of days nor all',
    ],
    [
      `azure: {tenantId: ${ONE}, clientId: ${TWO}, remediation: {clientId: ${TWO.toUpperCase()}}}`,
      'azure.remediation.clientId: is the identity that reads; write the client id of an app registration of its own',
    ],
    [
      'modelFiles: {places: [acme-models]}',
      'modelFiles.places[0]: "acme-models" is not a place of model files; write s3://bucket, gs://bucket or az://account/container, with * for any text',
    ],
    [
      `{modelFiles: {places: ["s3://a", "az://acme/models"]}, azure: {tenantId: ${ONE}, clientId: ${TWO}}}`,
      'azure.inspection: is missing though modelFiles names az://acme/models; write under azure: inspection: {clientId: …}',
    ],
    [
      `azure: {tenantId: ${ONE}, clientId: ${TWO}, inspection: {clientId: ${TWO}}}`,
      'azure.inspection.clientId: is the identity that reads; write the client id of an app registration of its own',
    ],
    [
      `azure: {tenantId: ${ONE}, clientId: ${TWO}, remediation: {clientId: aispm}}`,
      'azure.remediation.clientId: "aispm" is not an application (client) id; copy it from the identity or app registration that trusts aispm’s roles',
    ],
    [
      `azure: {tenantId: ${ONE}, clientId: ${TWO}, remediation: {}}`,
      'azure.remediation.clientId: is missing; copy it from the identity or app registration that trusts aispm’s roles',
    ],
    [
      `gcp: {audience: ${AUDIENCE}, serviceAccount: a@b.iam.gserviceaccount.com, remediation: {serviceAccount: a@b.iam.gserviceaccount.com}}`,
      'gcp.remediation.serviceAccount: is the identity that reads; write the address of a service account of its own',
    ],
    [
      `gcp: {audience: ${AUDIENCE}, remediation: {serviceAccount: ana@example.com}}`,
      'gcp.remediation.serviceAccount: "ana@example.com" is not a service account; write its e-mail address, ending in .gserviceaccount.com',
    ],
    [
      'azure: {tenantId: 00000000-0000-0000-0000-000000000001, clientId: 00000000-0000-0000-0000-000000000002, changes: {}}',
      'azure.changes.audience: is missing; az ad app list --display-name aispm-changes --query [].appId prints it',
    ],
    [
      'azure: {tenantId: 00000000-0000-0000-0000-000000000001, clientId: 00000000-0000-0000-0000-000000000002, changes: {audience: aispm}}',
      'azure.changes.audience: "aispm" is not an application id, in lower case, or an application id URI; az ad app list --display-name aispm-changes --query [].appId prints it',
    ],
    [
      'gcp: {audience: //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b, changes: {pushServiceAccount: somebody@gmail.com}}',
      'gcp.changes.pushServiceAccount: "somebody@gmail.com" is not a service account; write its e-mail address, ending in .gserviceaccount.com',
    ],
    [
      'gcp: {audience: //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b, changes: {pushServiceAccount: push@acme-tools.iam.gserviceaccount.com, audience: "a b"}}',
      'gcp.changes.audience: "a b" is not an audience; write what --push-auth-token-audience of the subscription was given',
    ],
    ['schedule: hourly', 'schedule: "hourly" is not a schedule; write rate(1 hour) or cron(0 6 * * ? *)'],
  ])('names the path and the remedy: %s', (yaml, problem) => {
    expect(problemsOf(yaml)).toEqual([problem]);
  });

  it('says all that is wrong at once', () => {
    expect(problemsOf('schedule: hourly\naws: {accounts: ["1"], regions: [x]}\nextra: 1')).toHaveLength(4);
  });

  it('names the line of broken YAML', () => {
    expect(problemsOf('aws:\n  accounts: [')[0]).toMatch(/^line \d+: .*Correct the YAML/);
  });

  it('refuses a file that was named and is not there', () => {
    expect(() => readConfig('/nowhere/aispm.yaml')).toThrow(/there is no such file; name a readable file/);
  });

  it('reads the file that was named', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'aispm-config-')), 'c.yaml');
    writeFileSync(path, 'schedule: rate(2 hours)\n');
    expect(readConfig(path).schedule).toBe('rate(2 hours)');
  });
});
