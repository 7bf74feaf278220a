import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { explanationOf } from '#shared/sinks/explanation.ts';
import { type OcsfContext, ocsf, ocsfFormat } from '#shared/sinks/ocsf.ts';
import {
  ACTIVE,
  assetTypes,
  azureFinding,
  checks,
  finding,
  gcpFinding,
  hostileTexts,
  kindsOfFinding,
  posture,
  withHostile,
} from './specimens.ts';

const SCHEMA = new URL('schemas/ocsf-compliance-finding-1.6.json', import.meta.url);
const validate = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
);
const violations = (document: unknown) => (validate(document) ? [] : validate.errors);

const product = { name: 'aispm', version: '1.2.3' } as const;
const documentOf = (one: Finding, more: Partial<OcsfContext> = {}) =>
  ocsf(one, {
    product,
    explanation: explanationOf(one, checks),
    assetType: assetTypes.get(one.asset.type),
    ...more,
  });
/** As a consumer gets it. */
const linesOf = (findings: Finding[]) =>
  [...ocsfFormat.render(posture(findings))].join('').split('\n').slice(0, -1);

describe('every document keeps the OCSF 1.6.0 contract', () => {
  it.each(Object.entries(kindsOfFinding))('%s', (_kind, one) => {
    expect(violations(documentOf(one))).toEqual([]);
  });

  it.each(Object.entries(hostileTexts))('%s', (_what, text) => {
    const lines = linesOf(Object.values(kindsOfFinding).map((base) => withHostile(text, base)));
    expect(lines).toHaveLength(Object.keys(kindsOfFinding).length);
    for (const line of lines) {
      expect(line).not.toMatch(ACTIVE);
      const document = JSON.parse(line);
      expect(violations(document)).toEqual([]);
      expect(document.resources[0].uid).toBe(text.toWellFormed());
    }
  });

  it('notices what is wrong', () => {
    const { finding_info: _, ...document } = documentOf(finding());
    expect(
      violations({ ...document, severity_id: 7, resources: [{ region: 'x' }], colour: 'red' })?.map(
        ({ instancePath, keyword }) => `${instancePath} ${keyword}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        ' required',
        ' additionalProperties',
        '/severity_id enum',
        '/resources/0 anyOf',
      ]),
    );
  });
});

describe('what it says', () => {
  it.each([
    ['informational', 1],
    ['low', 2],
    ['medium', 3],
    ['high', 4],
    ['critical', 5],
  ] as const)('%s is severity_id %i', (severity, id) => {
    expect(documentOf(finding({ severity })).severity_id).toBe(id);
  });

  it.each([
    ['opened', 1, 200301],
    ['changed', 2, 200302],
    ['reopened', 2, 200302],
    ['unsuppressed', 2, 200302],
    ['suppressed', 3, 200303],
    ['resolved', 3, 200303],
  ] as const)('a finding that was %s is activity %i, type %i', (kind, activity, type) => {
    const document = documentOf(finding(), { kind });
    expect([document.activity_id, document.type_uid]).toEqual([activity, type]);
  });

  it.each([
    ['an AWS finding', 1, 3],
    ['a suppressed finding', 3, 3],
    ['a resolved finding', 4, 1],
    ['a finding of an asset that is gone', 4, 99],
    ['a coverage finding', 1, 2],
  ])('%s has status %i and compliance %i', (kind, status, compliance) => {
    const document = documentOf(kindsOfFinding[kind] ?? finding());
    expect([document.status_id, document.compliance.status_id]).toEqual([status, compliance]);
  });

  it.each([
    [finding(), 'AWS', 'AWS Account', 10, 'aws'],
    [azureFinding, 'Azure', 'Azure Subscription', 13, undefined],
    [gcpFinding, 'GCP', 'GCP Project', 11, undefined],
  ] as const)('names the cloud and what its account is', (one, provider, type, type_id, partition) => {
    const { cloud } = documentOf(one);
    expect(cloud).toMatchObject({
      provider,
      region: one.scope.region,
      account: { uid: one.scope.account, type, type_id },
    });
    expect(cloud.cloud_partition).toBe(partition);
  });

  it('gives times in milliseconds', () => {
    expect(documentOf(finding())).toMatchObject({
      time: Date.UTC(2026, 2, 2, 6),
      finding_info: {
        first_seen_time: Date.UTC(2026, 2, 1, 6),
        modified_time: Date.UTC(2026, 2, 2, 6),
        last_seen_time: Date.UTC(2026, 2, 3, 6),
      },
    });
  });

  it('takes ATLAS techniques, not mitigations, as attacks', () => {
    expect(documentOf(finding()).finding_info.attacks).toEqual([
      { technique: { uid: 'AML.T0025' } },
      { technique: { uid: 'AML.T0051' }, sub_technique: { uid: 'AML.T0051.000' } },
    ]);
  });

  it('keeps the evidence as it is in unmapped, and as sentences in the status details', () => {
    const document = documentOf(finding());
    expect(document.unmapped.evidence).toEqual(finding().evidence);
    expect(document.compliance.status_details[0]).toBe(
      'DirectInternetAccess: found "Enabled", expected is not “Enabled”',
    );
  });
});
