import { describe, expect, it } from 'vitest';
import { Finding } from '#shared/model/finding.ts';
import { findingRisk } from '#shared/risk/finding-risk.ts';
import { asff } from '#shared/sinks/asff.ts';
import { CSV_COLUMNS } from '#shared/sinks/csv.ts';
import { composeDigest } from '#shared/sinks/digest/compose.ts';
import { renderDigestHtml } from '#shared/sinks/digest/html.ts';
import { renderDigestText } from '#shared/sinks/digest/text.ts';
import { FindingDetail } from '#shared/sinks/events.ts';
import { findingEvent } from '#shared/sinks/finding-event.ts';
import { htmlFormat } from '#shared/sinks/html/report.ts';
import { jsonFormat } from '#shared/sinks/json.ts';
import { ocsf } from '#shared/sinks/ocsf.ts';
import { sarifFormat } from '#shared/sinks/sarif.ts';
import { worstFirst } from '#shared/sinks/summary.ts';
import { tableFormat } from '#shared/sinks/table.ts';
import { change, checks, finding, posture } from './specimens.ts';

const asset = (name: string) => ({
  id: `arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/${name}`,
  type: 'aws.sagemaker.notebook-instance',
  name,
});
const open = finding({
  severity: 'medium',
  asset: asset('open-medium'),
  owner: 'ana',
  risk: findingRisk(
    { severity: 'medium' },
    { exposure: { nearness: 'outside', access: 'yes', confidence: 1 }, reach: 'models-and-data' },
  ),
});
const shut = finding({
  severity: 'critical',
  asset: asset('shut-critical'),
  owner: 'bob',
  risk: findingRisk(
    { severity: 'critical' },
    { exposure: { nearness: 'not-reachable', access: 'yes', confidence: 1 }, reach: 'nothing' },
  ),
});
/** High, and nobody has looked at it from the graph: 27. */
const unranked = finding({ severity: 'high', asset: asset('unranked-high'), owner: 'cleo' });
const findings = [unranked, shut, open];
const INORDER = ['open-medium', 'unranked-high', 'shut-critical'];

const text = (of: Iterable<string>) => [...of].join('');
/** The names in the order in which they first stand in a text. */
const orderIn = (page: string): string[] => INORDER.toSorted((a, b) => page.indexOf(a) - page.indexOf(b));

describe('the riskiest finding stands first', () => {
  const window = { from: '2026-02-28T00:00:00.000Z', to: '2026-03-07T00:00:00.000Z' };
  const digest = composeDigest({ findings, coverage: [], window, checks });
  const older = composeDigest({
    findings,
    coverage: [],
    checks,
    window: { from: '2026-03-07T00:00:00.000Z', to: '2026-03-14T00:00:00.000Z' },
  });

  it('whatever its severity', () => {
    expect(findings.toSorted(worstFirst).map((one) => one.asset.name)).toEqual(INORDER);
  });

  it('and among equals the more severe, then the older', () => {
    const risk = open.risk;
    const equals = [
      finding({ severity: 'low', risk, asset: asset('low') }),
      finding({ severity: 'high', risk, asset: asset('younger'), openedAt: '2026-03-02T00:00:00.000Z' }),
      finding({ severity: 'high', risk, asset: asset('older') }),
    ];
    expect(equals.sort(worstFirst).map((one) => one.asset.name)).toEqual(['older', 'younger', 'low']);
  });

  it.each([
    ['the table', text(tableFormat({ width: 120 }).render(posture(findings)))],
    ['the HTML report', text(htmlFormat.render(posture(findings)))],
    ['the digest', renderDigestText(digest)],
    ['the digest in HTML', renderDigestHtml(digest)],
    ['the owners in the digest', renderDigestText(older)],
  ])('in %s', (_surface, page) => {
    for (const name of INORDER) expect(page).toContain(name);
    expect(orderIn(page)).toEqual(INORDER);
  });
});

const terms = open.risk?.terms;

describe('the score and its terms', () => {
  it.each([
    ['the table', text(tableFormat({ width: 120 }).render(posture([open])))],
    ['the HTML report', text(htmlFormat.render(posture([open])))],
  ])('stand in %s', (_surface, page) => {
    expect(page).toContain('42.5 of 100');
    for (const term of ['severity 0.5', 'exposure 1', 'reach 0.85', 'confidence 1'])
      expect(page).toContain(term);
    expect(page).toContain('anybody on the internet gets to it');
  });

  it('are columns of the CSV, with the base where there is no risk on record', () => {
    const cells = (of: Finding) =>
      CSV_COLUMNS.filter(({ header }) => header.startsWith('risk')).map(({ value }) => value(of, undefined));
    expect(cells(unranked)).toEqual([27, '']);
    expect(cells(open)).toEqual([
      42.5,
      'severity 0.5: the severity is medium; exposure 1: anybody on the internet gets to it; ' +
        'reach 0.85: models, training data or a knowledge base are got at from it; ' +
        'confidence 1: it was read from the configuration',
    ]);
  });

  it('stand in JSON as on record', () => {
    const { findings: written } = JSON.parse(text(jsonFormat.render(posture(findings))));
    expect(written.map((one: unknown) => Finding.parse(one).risk)).toEqual([undefined, shut.risk, open.risk]);
  });

  it('are the rank of a SARIF result', () => {
    const { results } = JSON.parse(text(sarifFormat.render(posture(findings)))).runs[0];
    expect(results.map(({ rank }: { rank: number }) => rank)).toEqual([27, 6, 42.5]);
    expect(results[2].properties.risk.terms).toEqual(terms);
  });

  it('are product fields in Security Hub, and not there without a risk', () => {
    const fields = (of: Finding) =>
      asff(of, { fleet: { accountId: '111122223333', region: 'eu-west-1' } }).ProductFields ?? {};
    expect(fields(open)['aispm/Risk']).toBe('42.5');
    expect(fields(open)['aispm/RiskBecause']).toContain('exposure 1: anybody on the internet gets to it');
    expect(fields(unranked)).not.toHaveProperty(['aispm/Risk']);
  });

  it('stand in OCSF beside the evidence', () => {
    const product = { name: 'aispm', version: '1' } as const;
    expect(ocsf(open, { product }).unmapped.risk).toEqual(open.risk);
    expect(ocsf(unranked, { product }).unmapped).not.toHaveProperty('risk');
  });

  it('go out with the events', () => {
    const detailOf = (of: Finding) =>
      FindingDetail.parse(findingEvent(change('opened', of), { checks }).detail);
    expect(detailOf(open).risk).toEqual(open.risk);
    expect(detailOf(unranked)).not.toHaveProperty('risk');
  });
});

it('a finding that was ranked since it was opened is still told as new in OCSF', () => {
  const opened = finding({ changedAt: '2026-03-01T06:00:00.000Z', version: 2 });
  expect(ocsf(opened, { product: { name: 'aispm', version: '1' } }).activity_name).toBe('Create');
});
