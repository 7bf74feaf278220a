import { jsonList } from '../json-list.ts';
import { jsonText } from '../json-text.ts';
import type { InspectionFormat } from './report.ts';

/** Grows as that of events does: 1.1 with a field more, 2.0 with one changed or gone. */
export const INSPECTION_SCHEMA_VERSION = '1.0';

/** All inspections as one JSON object, a file a line, keys sorted. */
export const inspectionJson: InspectionFormat = {
  id: 'json',
  mediaType: 'application/json',
  fileExtension: 'json',
  *render({ generatedAt, product, inspections, skipped, unseen }) {
    yield `{"schemaVersion":${jsonText(INSPECTION_SCHEMA_VERSION)},\n`;
    yield `"generatedAt":${jsonText(generatedAt)},\n"product":${jsonText(product)},\n`;
    yield* jsonList('skipped', skipped);
    yield ',\n';
    yield* jsonList('unseen', unseen);
    yield ',\n';
    yield* jsonList('inspections', inspections);
    yield '}\n';
  },
};
