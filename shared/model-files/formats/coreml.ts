import { inspectCoreml } from '../coreml/inspect-coreml.ts';
import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { type Glimpse, glimpse } from '../protobuf/glimpse.ts';

const NEWEST_VERSION = 20;
/** The fields that hold the model begin at 200; below are the version, the description and whether it is updatable. */
const FIRST_KIND = 200;
const LAST_KIND = 3000;

const FEATURES = new Set([1, 10, 50]);
const DESCRIPTION_FIELDS = new Set([...FEATURES, 11, 12, 13, 14, 20, 21, 100]);

/** A feature begins with its name; a short description and a type may follow. */
const isFeature = ({ bytes }: Glimpse): boolean => {
  const inside = glimpse(bytes, 3) ?? [];
  return inside[0]?.number === 1 && inside.every(({ number, wire }) => wire === 2 && number <= 3);
};

/** A description has features: those that go in, that come out, and that train. */
const isDescription = ({ bytes }: Glimpse): boolean => {
  const inside = glimpse(bytes, 2) ?? [];
  return (
    inside.length > 0 &&
    inside.every(
      (field) =>
        field.wire === 2 &&
        DESCRIPTION_FIELDS.has(field.number) &&
        (!FEATURES.has(field.number) || field.bytes.length === 0 || isFeature(field)),
    )
  );
};

function claims(head: Head): boolean {
  const [version, ...rest] = head.fields(6) ?? [];
  if (version?.number !== 1 || version.wire !== 0) return false;
  if (version.value < 1 || version.value > NEWEST_VERSION || rest.length === 0) return false;
  if (rest.some(({ number }) => number !== 2 && number !== 10 && number < FIRST_KIND)) return false;
  const description = rest.find(({ number }) => number === 2);
  if (description?.wire === 2 && !isDescription(description)) return false;
  // A description that the first bytes do not hold whole is followed by the kind.
  return (
    rest.some(({ number, wire }) => number >= FIRST_KIND && number <= LAST_KIND && wire === 2) ||
    description?.isCut === true
  );
}

export default {
  id: 'coreml',
  title: 'Core ML model',
  source: 'coremltools, mlmodel/format/Model.proto',
  claims,
  inspect: inspectCoreml,
} satisfies ModelFormat;
