import type { Inspection, Observation } from '#shared/model-files/inspection.ts';
import { jsonTextInOrder } from '../json-text.ts';
import { clip, printable } from '../text.ts';
import { type InspectionFormat, memberPath } from './report.ts';

const LONGEST_VALUE = 1000;

/**
 * A CycloneDX 1.6 bill of materials: a component of type `machine-learning-model` per file, with what loading it does
 * as properties. No hash stands in it, for no file is read whole, and an ETag is none.
 *
 * Source: https://cyclonedx.org/docs/1.6/json/
 */
export const inspectionCycloneDx: InspectionFormat = {
  id: 'cyclonedx',
  mediaType: 'application/vnd.cyclonedx+json; version=1.6',
  fileExtension: 'cdx.json',
  *render({ generatedAt, product, inspections }) {
    const { name, version } = product;
    const tools = { components: [{ type: 'application', name, version }] };
    yield '{"$schema":"http://cyclonedx.org/schema/bom-1.6.schema.json","bomFormat":"CycloneDX","specVersion":"1.6","version":1,\n';
    yield `"metadata":${jsonTextInOrder({ timestamp: generatedAt, tools })},\n"components":[`;
    let separator = '\n';
    const names = new Map<string, number>();
    for (const inspection of inspections) {
      const times = (names.get(inspection.name) ?? 0) + 1;
      names.set(inspection.name, times);
      // A file that was named twice is there twice, and references must differ.
      const reference = times === 1 ? inspection.name : `${inspection.name} (${times})`;
      yield separator + jsonTextInOrder(componentOf(inspection, reference));
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};

function componentOf(inspection: Inspection, reference: string) {
  const { name, version, bytes, bytesRead, formats, status, verdict, globals } = inspection;
  return {
    type: 'machine-learning-model',
    'bom-ref': `model-file:${printable(reference)}`,
    name: printable(name),
    // The schema allows 1,024 characters.
    ...(version === undefined ? {} : { version: clip(printable(version), LONGEST_VALUE) }),
    properties: [
      property('verdict', verdict),
      property('status', status),
      ...formats.map((format) => property('format', format)),
      ...(bytes === undefined ? [] : [property('bytes', String(bytes))]),
      property('bytes-read', String(bytesRead)),
      ...inspection.observations.filter(({ effect }) => effect !== 'note').map(observed),
      ...inspection.notRead.map(({ within, why }) =>
        property('not-read', [...(within.length > 0 ? [memberPath(within)] : []), why].join(': ')),
      ),
      ...globals.map((global) => property('import', global)),
    ],
  };
}

/** `aispm:dangerous` with the rule, what was seen, and where. */
const observed = ({ effect, rule, text, call, within }: Observation) =>
  property(
    effect,
    [
      rule,
      ...(within.length > 0 ? [memberPath(within)] : []),
      text,
      ...(call === undefined ? [] : [call]),
    ].join(': '),
  );

const property = (name: string, value: string) => ({
  name: `aispm:${name}`,
  value: clip(printable(value), LONGEST_VALUE),
});
