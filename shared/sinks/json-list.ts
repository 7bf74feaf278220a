import { jsonText } from './json-text.ts';

/** A named list within an object, a record a line, so that `diff` compares record by record. */
export function* jsonList(name: string, records: Iterable<unknown>): Generator<string> {
  let separator = '\n';
  yield `${jsonText(name)}:[`;
  for (const record of records) {
    yield separator + jsonText(record);
    separator = ',\n';
  }
  yield separator === '\n' ? ']' : '\n]';
}
