import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#shared/model/finding.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { postureOf } from '#shared/pipeline/posture.ts';
import { csvFormat } from '#shared/sinks/csv.ts';
import { composeDigest } from '#shared/sinks/digest/compose.ts';
import { renderDigestHtml } from '#shared/sinks/digest/html.ts';
import { renderDigestText } from '#shared/sinks/digest/text.ts';
import { eventBridge } from '#shared/sinks/event-bridge.ts';
import { htmlFormat } from '#shared/sinks/html/report.ts';
import { jsonFormat } from '#shared/sinks/json.ts';
import { ocsfFormat } from '#shared/sinks/ocsf.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import { publish, undelivered } from '#shared/sinks/publish.ts';
import { sarifFormat } from '#shared/sinks/sarif.ts';
import { securityHub } from '#shared/sinks/security-hub.ts';
import { tableFormat } from '#shared/sinks/table.ts';
import type { EstateDescription } from '#test/estate/description.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';
import { rawInvisible } from '#test/shared/sinks/controls.ts';
import { HOSTILE_TEXTS } from '#test/shared/sinks/hostile-posture.ts';
import { elementsOf } from '#test/shared/sinks/markup-tree.ts';

/** Texts that whoever makes a resource may choose freely, in one cloud or another. */
const FREE = new Set([
  'DomainName',
  'agentName',
  'agentAliasName',
  'name',
  'displayName',
  'friendlyName',
  'modelName',
  'Value',
  'owner',
  'creator',
  'Description',
  'definition',
  'VariantName',
  'blockedInputMessaging',
  'Sid',
  'PolicyName',
]);

/** The story, told by somebody who means harm. ARM and Google find resources by `name`, so that one stays there. */
function hostile<Told>(told: Told, keepsName: boolean): Told {
  let next = 0;
  const change = (value: Json, key: string): Json => {
    if (typeof value === 'string')
      return FREE.has(key) && !(keepsName && key === 'name')
        ? (HOSTILE_TEXTS[next++ % HOSTILE_TEXTS.length] ?? '')
        : value;
    if (Array.isArray(value)) return value.map((element) => change(element, key));
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, change(inner ?? null, name)]),
      );
    return value;
  };
  return JSON.parse(JSON.stringify(change(JSON.parse(JSON.stringify(told)), '')));
}

let stage: Stage;
let posture: Posture;
let changes: readonly Change[];
beforeAll(async () => {
  const { aws, azure, gcp } = story;
  if (!aws || !azure || !gcp) throw new Error('the story has three clouds');
  const description: EstateDescription = {
    aws: hostile(aws, false),
    azure: hostile(azure, true),
    gcp: hostile(gcp, true),
  };
  stage = await onStage(description);
  ({ changes } = await stage.scan());
  posture = await postureOf(stage.fleet, { name: 'aispm', version: '0.0.0' });
});
afterAll(() => stage.close());

const rendered = (format: { render: (of: Posture) => Iterable<string> }): string =>
  [...format.render(posture)].join('');

describe('hostile names, from the wire to every surface', () => {
  it('are read, judged and remembered like any other', () => {
    expect(stage.defects).toEqual([]);
    expect(
      posture.coverage
        // Cost Explorer charges for each call and is not asked unless everything is; the inventory is not enabled.
        .filter(
          ({ outcome }) => outcome !== 'complete' && outcome !== 'not-asked' && outcome !== 'unavailable',
        )
        .map(({ operation, detail }) => `${operation} ${detail}`),
    ).toEqual([]);
    expect(posture.findings.length).toBeGreaterThan(70);
    expect(JSON.stringify(posture.findings)).toContain('<script>');
  });

  it('show no raw control or direction character on a terminal', () => {
    for (const width of [80, 140]) expect(rawInvisible(rendered(tableFormat({ width })))).toBeUndefined();
  });

  it('make no element in the report or the mail that we did not write', () => {
    const digest = composeDigest({
      findings: posture.findings,
      coverage: posture.coverage,
      checks: posture.checks,
      window: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' },
    });
    for (const text of [rendered(htmlFormat), renderDigestHtml(digest)]) {
      const found = elementsOf(text);
      expect(found.length).toBeGreaterThan(100);
      expect(
        found.filter(({ tagName }) => ['img', 'iframe', 'object', 'embed', 'link', 'base'].includes(tagName)),
      ).toEqual([]);
      for (const own of ['script', 'form'])
        expect(found.filter(({ tagName }) => tagName === own).length).toBeLessThanOrEqual(1);
      expect(
        found.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => name.startsWith('on')),
      ).toEqual([]);
    }
    expect(digest.subject).not.toMatch(/[\r\n]/);
    expect(rawInvisible(renderDigestText(digest))).toBeUndefined();
  });

  it('start no formula and break no row in CSV', () => {
    const rows: string[][] = parseCsv(rendered(csvFormat));
    expect(rows).toHaveLength(posture.findings.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('leave JSON, OCSF and SARIF whole', () => {
    expect(JSON.parse(rendered(jsonFormat))).toHaveProperty('findings');
    expect(JSON.parse(rendered(sarifFormat))).toHaveProperty('version', '2.1.0');
    const lines = rendered(ocsfFormat).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).class_uid)).toEqual(posture.findings.map(() => 2003));
  });

  it('are taken by the real clients of Security Hub and EventBridge', async () => {
    const { aws } = stage.estate;
    if (!aws) throw new Error('the story has AWS');
    const options = { region: 'eu-central-1', endpoint: aws.endpoint, credentials: aws.credentials };
    const common = { checks: posture.checks, assetTypes: posture.assetTypes };
    const published = await publish(changes, [
      securityHub({
        ...common,
        fleet: { accountId: '111122223333', region: 'eu-central-1' },
        clientFor: async () => new SecurityHubClient(options),
      }),
      eventBridge({ ...common, client: new EventBridgeClient(options), busName: 'aispm' }),
    ]);
    expect([...undelivered(published)]).toEqual([]);
    expect(aws.deliveries.findings).toHaveLength(changes.length);
    expect(aws.deliveries.events).toHaveLength(changes.length);
  });
});
