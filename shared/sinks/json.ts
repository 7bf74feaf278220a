import type { Rule } from '#shared/model/check.ts';
import { jsonList } from './json-list.ts';
import { jsonText } from './json-text.ts';
import type { Format, Posture } from './posture.ts';

/** Grows as that of events does: 1.1 with a field more, 2.0 with one changed or gone. */
export const POSTURE_SCHEMA_VERSION = '1.1';

/**
 * The whole posture as one JSON object, a record a line, keys sorted: two postures can be compared with
 * `diff`. Checks are there without their predicates.
 */
export const jsonFormat: Format = {
  id: 'json',
  mediaType: 'application/json',
  fileExtension: 'json',
  *render(posture) {
    yield `{"schemaVersion":${jsonText(POSTURE_SCHEMA_VERSION)},\n`;
    yield `"generatedAt":${jsonText(posture.generatedAt)},\n"product":${jsonText(posture.product)},\n`;
    yield* jsonList('coverage', posture.coverage);
    yield ',\n';
    yield* jsonList('checks', usedChecks(posture).map(asWritten));
    yield ',\n';
    yield* jsonList('assets', posture.assets);
    yield ',\n';
    yield* jsonList('findings', posture.findings);
    yield '}\n';
  },
};

/** The checks that the findings name and that still exist, in the order of their ids. */
export function usedChecks({ findings, checks }: Pick<Posture, 'findings' | 'checks'>): Rule[] {
  const ids = new Set(findings.map(({ checkId }) => checkId));
  return [...ids].sort().flatMap((id) => checks.get(id) ?? []);
}

const asWritten = ({ id, assetType, title, severity, why, fix, source, frameworks }: Rule) => ({
  id,
  assetType: assetType.id,
  title,
  severity,
  why,
  fix,
  source,
  frameworks,
});
