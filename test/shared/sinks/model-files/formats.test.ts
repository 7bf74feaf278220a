import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inspectionCycloneDx } from '#shared/sinks/model-files/cyclonedx.ts';
import { inspectionJson } from '#shared/sinks/model-files/json.ts';
import type { InspectionFormat, InspectionReport } from '#shared/sinks/model-files/report.ts';
import { inspectionSarif } from '#shared/sinks/model-files/sarif.ts';
import { inspectionTable } from '#shared/sinks/model-files/table.ts';
import { ACTIVE, hostileTexts } from '../specimens.ts';
import { clean, dangerous, denied, hostileReport, reportOf } from './inspections.ts';

const textOf = (format: InspectionFormat, report: InspectionReport): string =>
  [...format.render(report)].join('');

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0.json', import.meta.url), 'utf8')),
);
const sarifOf = (report: InspectionReport): Log => {
  const log: Log = JSON.parse(textOf(inspectionSarif, report));
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  return log;
};

describe('the table', () => {
  it('shows the worst first, with where and what would be called, and what was not read', () => {
    expect(textOf(inspectionTable(), reportOf())).toBe(
      [
        'dangerous  s3://models/churn/weights.pt  zip + pickle · read in part · 40,960 of 1,073,741,824 bytes read of version v7',
        '           dangerous  loading calls what runs a shell  inner.zip › data.pkl at byte 1,234  pickle.dangerous-global',
        "             os.system('id')",
        '           review  bytes stand before the archive  at byte 0  zip.prefix',
        '           note  it imports 3 names  data.pkl  pickle.imports',
        '           not read  data.pkl: more than 10 bytes would be read',
        'review     gs://models/b.bin  no known format · not read · 0 bytes read',
        '           not read  Cloud Storage denies it (403); it needs storage.objects.get',
        'clean      models/a b/model.safetensors  safetensors · 4,096 of 100,000 bytes read',
        '',
        'Not looked at',
        '  models/link: it is a link out of the folder',
        '',
        'Skipped',
        '  models/.git: it is hidden',
        '',
        '3 files: 1 dangerous, 1 to review, 1 clean; 3 not read to the end. 45,056 of 1,073,841,824 bytes read (0.0042 %).',
        '',
      ].join('\n'),
    );
  });

  it('says how much more there is of what is many', () => {
    const [, seen] = dangerous.observations;
    const observations = Array.from({ length: 23 }, () => seen ?? []).flat();
    const text = textOf(inspectionTable(), reportOf([{ ...dangerous, observations }]));
    expect(text).toContain('and 3 more, all in --format json');
    expect(text.match(/os\.system\('id'\)/g)).toHaveLength(20);
  });

  it('is coloured where that is asked for, and the same without', () => {
    const coloured = textOf(inspectionTable({ colour: true }), reportOf());
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(textOf(inspectionTable(), reportOf()));
  });

  it('says that there was nothing', () => {
    expect(textOf(inspectionTable(), reportOf([], { skipped: [], unseen: [] }))).toBe(
      '0 files. 0 of 0 bytes read.\n',
    );
  });
});

describe('JSON', () => {
  it('has a file a line, and all of it', () => {
    const text = textOf(inspectionJson, reportOf());
    expect(JSON.parse(text)).toEqual({ schemaVersion: '1.0', ...JSON.parse(JSON.stringify(reportOf())) });
    const lines = text.split('\n').filter((line) => line.includes('"verdict"'));
    expect(lines).toHaveLength(3);
  });
});

describe('SARIF', () => {
  it('has a result per observation and one per thing that was not read', () => {
    const [run] = sarifOf(reportOf()).runs;
    const results = run?.results ?? [];
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['pickle.imports', 'note'],
      ['pickle.dangerous-global', 'error'],
      ['zip.prefix', 'warning'],
      ['model-file.not-read', 'warning'],
      ['model-file.not-read', 'warning'],
    ]);
    const rules = run?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    const severities = rules.map(({ id, properties }) => [id, properties?.['security-severity']]);
    expect(severities).toContainEqual(['pickle.dangerous-global', '9.5']);
    expect(results[1]?.message.text).toContain("os.system('id') in inner.zip › data.pkl");
    expect(results[1]?.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe(
      'inner.zip › data.pkl',
    );
    expect(results[1]?.properties).toMatchObject({ offset: 1234, version: 'v7' });
    const notes = run?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text);
    expect(notes).toHaveLength(2);
    expect(notes?.[0]).toContain('storage.objects.get');
    expect(notes?.[1]).toContain('models/link was not looked at');
  });

  it('gives a rule the worst effect that it has', () => {
    const observations = (['note', 'dangerous', 'review'] as const).map((effect) => ({
      rule: 'zip.x',
      effect,
      within: [],
      text: 'x',
    }));
    const [run] = sarifOf(reportOf([{ ...clean, observations }])).runs;
    expect(run?.tool.driver.rules?.[0]?.defaultConfiguration?.level).toBe('error');
  });

  it.each([
    ['models/a b/x#1.pt', 'models/a%20b/x%231.pt'],
    ['../up/x.pt', '../up/x.pt'],
    ['/abs/x.pt', 'file:///abs/x.pt'],
    ['s3://models/../x y', 's3://models/..~/x%20y'],
    ['https://host/x%20y|.bin', 'https://host/x%20y%7C.bin'],
  ])('places %s at %s', (name, uri) => {
    const [run] = sarifOf(reportOf([{ ...dangerous, name }])).runs;
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  it('cuts no placeholder into what is left of it', () => {
    const observations = [
      { rule: 'zip.x', effect: 'note' as const, within: [], text: `${'x'.repeat(1998)}{0}{1}` },
    ];
    const [run] = sarifOf(reportOf([{ ...clean, observations }])).runs;
    expect(run?.results?.[0]?.message.text?.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
  });

  it('keeps the fingerprint while what stands before grows', () => {
    const moved = dangerous.observations.map((seen) => ({ ...seen, offset: 99 }));
    const prints = (inspection: typeof dangerous) =>
      sarifOf(reportOf([inspection])).runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    expect(prints({ ...dangerous, observations: moved })).toEqual(prints(dangerous));
    expect(new Set(prints(dangerous)?.map((print) => print?.['aispmInspection/v1'])).size).toBe(4);
  });
});

/** The part of https://cyclonedx.org/docs/1.6/json/ that is written here. */
const Property = z.strictObject({ name: z.string().startsWith('aispm:'), value: z.string() });
const Bom = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  metadata: z.strictObject({
    timestamp: z.iso.datetime(),
    tools: z.strictObject({
      components: z.array(
        z.strictObject({ type: z.literal('application'), name: z.string(), version: z.string() }),
      ),
    }),
  }),
  components: z.array(
    z.strictObject({
      type: z.literal('machine-learning-model'),
      'bom-ref': z.string().min(1),
      name: z.string(),
      version: z.string().max(1024).optional(),
      properties: z.array(Property),
    }),
  ),
});

const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library');
const published = (name: string) =>
  JSON.parse(readFileSync(path.join(library, '../../res/schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));
const cycloneDx = new Ajv({ allErrors: true, strict: false });
formats.default(cycloneDx);
// None of what is written is an address of e-mail.
cycloneDx.addFormat('idn-email', true).addFormat('iri-reference', true);
for (const name of ['jsf-0.82', 'spdx'])
  cycloneDx.addSchema(published(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
const validateBom = cycloneDx.compile(published('bom-1.6'));

const bomOf = (report: InspectionReport) => {
  const bom: unknown = JSON.parse(textOf(inspectionCycloneDx, report));
  expect(validateBom(bom) ? [] : validateBom.errors).toEqual([]);
  return Bom.parse(bom);
};

describe('CycloneDX', () => {
  it('has a machine learning model per file, with what loading it does', () => {
    const { components } = bomOf(reportOf());
    expect(components.map(({ name, version }) => [name, version])).toEqual([
      [clean.name, undefined],
      [dangerous.name, 'v7'],
      [denied.name, undefined],
    ]);
    expect(components[1]?.properties.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'aispm:verdict=dangerous',
      'aispm:status=partial',
      'aispm:format=zip',
      'aispm:format=pickle',
      'aispm:bytes=1073741824',
      'aispm:bytes-read=40960',
      "aispm:dangerous=pickle.dangerous-global: inner.zip › data.pkl: loading calls what runs a shell: os.system('id')",
      'aispm:review=zip.prefix: bytes stand before the archive',
      'aispm:not-read=data.pkl: more than 10 bytes would be read',
      'aispm:import=collections.OrderedDict',
      'aispm:import=os.system',
    ]);
  });

  it('refers to a file that is there twice by two names', () => {
    const references = bomOf(reportOf([clean, clean])).components.map((component) => component['bom-ref']);
    expect(new Set(references).size).toBe(2);
  });
});

describe.each(Object.entries(hostileTexts))('%s in a file', (_what, text) => {
  it.each([inspectionTable(), inspectionJson, inspectionSarif, inspectionCycloneDx])(
    'is shown and does nothing in $id',
    (format) => {
      const written = textOf(format, hostileReport(text));
      expect(written.replaceAll('\n', '')).not.toMatch(ACTIVE);
      if (format.id === 'table') expect(written.split('\n').length).toBeLessThan(25);
      else JSON.parse(written);
    },
  );

  it('keeps the contracts', () => {
    const { runs } = sarifOf(hostileReport(text));
    for (const { message, locations } of runs[0]?.results ?? []) {
      expect(message.text).not.toMatch(ACTIVE);
      expect(message.text?.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]|\]\(/);
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^[A-Za-z0-9%._~!'()*:/-]+$/);
    }
    for (const { name, properties } of bomOf(hostileReport(text)).components)
      expect([name, ...properties.map(({ value }) => value)].join('')).not.toMatch(ACTIVE);
  });
});
