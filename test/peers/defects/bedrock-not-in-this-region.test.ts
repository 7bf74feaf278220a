import { expect, it } from 'vitest';
import { failureOf } from '#connectors/aws/failure.ts';

const refusal = (name: string, message: string, httpStatusCode: number): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });

/** One and the same, said in two ways: neither is something that a person would have to look into. */
it.each([
  ['UnknownOperationException', '', 404],
  ['UnknownOperationException', 'Unknown operation', 403],
  ['ValidationException', 'This operation is not supported in this region.', 400],
  ['ValidationException', 'Agents are not supported in the eu-south-2 region', 400],
])('takes %s “%s” for a service that is not offered here', (name, message, status) => {
  expect(failureOf(refusal(name, message, status)).outcome).toBe('unavailable');
});

it('takes any other ValidationException for a failure', () => {
  expect(failureOf(refusal('ValidationException', 'maxResults is too large', 400)).outcome).toBe('failed');
});
