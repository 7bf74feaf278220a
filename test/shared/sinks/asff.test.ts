import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { type AsffContext, asff, hubOf, isDueForResend } from '#shared/sinks/asff.ts';
import { explanationOf } from '#shared/sinks/explanation.ts';
import { asffViolations } from './asff-contract.ts';
import {
  ACTIVE,
  assetTypes,
  azureFinding,
  checks,
  finding,
  gcpFinding,
  hostileTexts,
  kindsOfFinding,
  textsIn,
  withHostile,
} from './specimens.ts';

const fleet = { accountId: '999988887777', region: 'us-east-1' };
const documentOf = (one: Finding, more: Partial<AsffContext> = {}) =>
  asff(one, {
    fleet,
    explanation: explanationOf(one, checks),
    assetType: assetTypes.get(one.asset.type),
    links: { check: 'https://aispm.example/check', finding: 'https://aispm.example/finding' },
    ...more,
  });

describe('every document keeps the contract', () => {
  it.each(Object.entries(kindsOfFinding))('%s', (_kind, one) => {
    expect(asffViolations(documentOf(one))).toEqual([]);
  });

  const hostile = Object.entries(hostileTexts).flatMap(([what, text]) =>
    Object.entries(kindsOfFinding).map(([kind, base]) => [what, kind, withHostile(text, base)] as const),
  );
  it.each(hostile)('%s in %s', (_what, _kind, one) => {
    const document = documentOf(one);
    expect(asffViolations(document)).toEqual([]);
    for (const text of textsIn(document)) expect(text).not.toMatch(ACTIVE);
  });

  it('notices what is wrong', () => {
    const { Title: _, ...document } = documentOf(finding());
    expect(
      asffViolations({ ...document, Title: undefined, Description: 'x'.repeat(1025), ...{ Colour: 'red' } }),
    ).toEqual(['.Colour: no such member', '.Title: required', 'Description: 1025 characters, 1024 allowed']);
  });
});

describe('life', () => {
  it('keeps the id and the first observation while everything else changes', () => {
    const before = documentOf(finding({ version: 1 }));
    const after = documentOf(finding({ version: 7, severity: 'low', changedAt: '2026-04-01T00:00:00.000Z' }));
    expect(after.Id).toBe(before.Id);
    expect([after.CreatedAt, after.FirstObservedAt]).toEqual([
      '2026-03-01T06:00:00.000Z',
      '2026-03-01T06:00:00.000Z',
    ]);
    expect((after.UpdatedAt ?? '') > (before.UpdatedAt ?? '')).toBe(true);
    expect(after.LastObservedAt).toBe('2026-03-03T06:00:00.000Z');
  });

  it.each([
    ['an AWS finding', 'ACTIVE', 'FAILED'],
    ['a suppressed finding', 'ARCHIVED', 'FAILED'],
    ['a resolved finding', 'ARCHIVED', 'PASSED'],
    ['a finding of an asset that is gone', 'ARCHIVED', 'NOT_AVAILABLE'],
    ['a coverage finding', 'ACTIVE', 'WARNING'],
  ])('%s is %s and %s', (kind, recordState, status) => {
    const document = documentOf(kindsOfFinding[kind] ?? finding());
    expect([document.RecordState, document.Compliance?.Status]).toEqual([recordState, status]);
  });

  it('says who suppressed it, why and until when, and leaves the workflow to the customer', () => {
    const document = documentOf(kindsOfFinding['a suppressed finding'] ?? finding());
    expect(document.ProductFields).toMatchObject({
      'aispm/SuppressedBy': 'ana',
      'aispm/SuppressionReason': 'sandbox',
      'aispm/SuppressedUntil': '2026-06-01T00:00:00.000Z',
    });
    expect(document).not.toHaveProperty('Workflow');
    expect(document).not.toHaveProperty('Note');
  });

  it('gives severity and types as the provider, so that a customer’s own stay', () => {
    const document = documentOf(finding({ severity: 'critical' }));
    expect(document.FindingProviderFields?.Severity).toEqual({ Label: 'CRITICAL', Original: 'critical' });
    expect(document).not.toHaveProperty('Severity');
    expect(document).not.toHaveProperty('Types');
  });

  it('is sent again before the 90 days of Security Hub are over, and only while open', () => {
    const sent = '2026-01-01T00:00:00.000Z';
    expect(isDueForResend(finding(), sent, '2026-03-21T23:59:59.000Z')).toBe(false);
    expect(isDueForResend(finding(), sent, '2026-03-22T00:00:00.000Z')).toBe(true);
    expect(isDueForResend(finding({ status: 'resolved' }), sent, '2027-01-01T00:00:00.000Z')).toBe(false);
    expect(documentOf(finding(), { updatedAt: '2026-05-01T00:00:00.000Z' }).UpdatedAt).toBe(
      '2026-05-01T00:00:00.000Z',
    );
  });
});

describe('where it is filed', () => {
  it('files an AWS finding with the account and region that it names', () => {
    expect(documentOf(finding())).toMatchObject({
      AwsAccountId: '111122223333',
      ProductArn: 'arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default',
    });
    expect(hubOf(kindsOfFinding['a finding of the global scope'] ?? finding(), fleet)).toEqual({
      accountId: '111122223333',
      region: 'us-east-1',
    });
    expect(documentOf(kindsOfFinding['a finding in China'] ?? finding()).ProductArn).toMatch(
      /^arn:aws-cn:.*:cn-north-1:/,
    );
  });

  it('files an Azure finding under the fleet, with the subscription as owner of an Azure resource', () => {
    const document = documentOf(azureFinding);
    expect(document.AwsAccountId).toBe('999988887777');
    expect(document.Resources?.[0]).toMatchObject({
      Type: 'Other',
      Provider: 'Azure',
      Partition: 'AzureCloud',
      Owner: { Account: { Id: azureFinding.scope.account } },
      Details: { AzureResource: { id: azureFinding.asset.id, type: 'Microsoft.CognitiveServices/accounts' } },
    });
  });

  it('leaves out a region that is longer than ASFF takes, and keeps it in ProductFields', () => {
    const document = documentOf(azureFinding);
    expect(document.Resources?.[0]).not.toHaveProperty('Region');
    expect(document.ProductFields?.['aispm/Region']).toBe('australiasoutheast');
  });

  it('files a Google Cloud finding under the fleet, as another resource without a provider', () => {
    const document = documentOf(gcpFinding);
    expect(document.AwsAccountId).toBe('999988887777');
    expect(document.Resources?.[0]).toMatchObject({
      Type: 'Other',
      Details: { Other: { Account: 'churn-prod', Provider: 'gcp' } },
    });
    expect(document.Resources?.[0]).not.toHaveProperty('Provider');
  });
});

describe('what it says', () => {
  it('puts evidence into the typed details of a notebook instance where it is one of their fields', () => {
    expect(documentOf(finding()).Resources?.[0]?.Details).toEqual({
      AwsSageMakerNotebookInstance: {
        NotebookInstanceName: 'churn',
        NotebookInstanceArn: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/churn',
        DirectInternetAccess: 'Enabled',
      },
    });
  });

  it('quotes the evidence', () => {
    expect(documentOf(finding()).ProductFields).toMatchObject({
      'aispm/Evidence/1': 'DirectInternetAccess: found "Enabled", expected is not “Enabled”',
      'aispm/Evidence/2': 'KmsKeyId: found absent, expected is set',
    });
  });

  it('says what the coverage finding asks for', () => {
    const document = documentOf(kindsOfFinding['a coverage finding'] ?? finding());
    expect(document.Remediation?.Recommendation?.Text).toMatch(/^Grant the permission/);
    expect(document.ProductFields?.['aispm/Evidence/1']).toContain('not read (denied)');
  });

  const guardrail = kindsOfFinding['a finding in China'] ?? finding();
  it.each([
    ['many pieces', finding(), 400, 'short'],
    ['many pieces of another resource', guardrail, 400, 'short'],
    ['long pieces of three bytes a character', finding(), 60, '語'.repeat(3000)],
    ['long pieces of another resource', guardrail, 60, '語'.repeat(3000)],
    ['long pieces of an Azure resource', azureFinding, 400, '語'.repeat(3000)],
    ['a huge piece of an Azure resource', azureFinding, 1, 'x'.repeat(500_000)],
  ])('counts the evidence that did not fit: %s', (_what, base, length, found) => {
    const document = documentOf({
      ...base,
      evidence: Array.from({ length }, (_, index) => ({
        path: `f[${index}]`,
        state: 'read',
        found,
        expected: 'none',
      })),
    });
    expect(asffViolations(document)).toEqual([]);
    const fields = document.ProductFields ?? {};
    const shown = Object.keys(fields).filter((key) => key.startsWith('aispm/Evidence/')).length;
    expect(shown).toBeGreaterThan(0);
    expect(Number(fields['aispm/EvidenceOmitted'] ?? 0)).toBe(length - shown);
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['not an address', 'see the wiki'],
  ])('links to no page that is %s', (_what, address) => {
    const document = documentOf(finding(), { links: { check: address, finding: address } });
    expect(document).not.toHaveProperty('SourceUrl');
    expect(document.Remediation?.Recommendation).not.toHaveProperty('Url');
  });
});
