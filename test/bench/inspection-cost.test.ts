import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesize } from '#test/infra/synthesized.ts';
import { ASSUMED } from './cost.ts';
import { type InspectionMonth, inspectionCost } from './inspection-cost.ts';

const page = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../docs', name), 'utf8');

/** The row of a table of Markdown that begins so, as the numbers in it. */
function numbersOfRow(text: string, begin: string): number[] {
  const row = text.split('\n').find((line) => line.startsWith(`| ${begin} |`));
  if (row === undefined) throw new Error(`no row begins with ${begin}`);
  return [...row.slice(begin.length + 4).matchAll(/[\d,]*\d(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll(',', '')),
  );
}

const benchmark = page('benchmark.md');
const [, unchangedReadUnits = 0] = numbersOfRow(benchmark, 'Ledger read units');
const MEASURED_ASSETS = 9340;
/** GB, kB, %, requests. */
const [, , , requestsPerInspection = 0] = numbersOfRow(page('model-files.md'), 'PyTorch, zip');

const month: InspectionMonth = {
  objects: 400,
  pages: 100,
  inspections: 300,
  requestsPerInspection,
  readUnitsPerPlan: (unchangedReadUnits / MEASURED_ASSETS) * ASSUMED.assets,
};

const inspectingBuckets = synthesize('modelFiles: {places: ["s3://models"]}').fleet;
const alarmsOf = (fleet: typeof inspectingBuckets): number =>
  resourcesOf(fleet, 'AWS::CloudWatch::Alarm').length;
const inspector = resourcesOf(inspectingBuckets, 'AWS::Lambda::Function').find(([id]) =>
  id.startsWith('InspectModelFile'),
);
const deployment = {
  memoryMebibytes: Number(inspector?.[1].Properties['MemorySize']),
  alarms: alarmsOf(inspectingBuckets) - alarmsOf(synthesize('').fleet),
};

describe('what inspecting model files costs', () => {
  const lines = inspectionCost(month, deployment);

  it('is in the benchmark as it is reckoned', () => {
    for (const { what, amount, dollars } of lines)
      expect(benchmark).toContain(`| ${what} | ${amount} | ${dollars.toFixed(2)} |`);
    const together = lines.reduce((sum, { dollars }) => sum + dollars, 0);
    expect(benchmark).toContain(`| **Together** | | **${together.toFixed(2)}** |`);
  });

  it('rises by what one file costs that is written anew with each scan', () => {
    const [before, after] = [month.inspections, month.inspections + ASSUMED.scansPerMonth].map(
      (inspections) =>
        inspectionCost({ ...month, inspections }, deployment).reduce((sum, { dollars }) => sum + dollars, 0),
    );
    expect(benchmark).toContain(
      `US$ ${((after ?? 0) - (before ?? 0)).toFixed(2)} a month for each such file`,
    );
  });
});
