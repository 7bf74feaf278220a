import type { Outcome } from '#shared/model/coverage.ts';
import { isObject } from '#shared/model/json.ts';

/** How an AWS call failed, in the words of coverage. `detail` holds the error's name and status, never its text. */
export interface Failure {
  readonly name: string;
  readonly outcome: Exclude<Outcome, 'complete'>;
  /** The service answered that there is no such thing, which is an answer. */
  readonly isNotFound: boolean;
  readonly detail: string;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error))
    return { name: 'UnknownError', outcome: 'failed', isNotFound: false, detail: 'UnknownError' };
  const metadata = '$metadata' in error && isObject(error.$metadata) ? error.$metadata : {};
  const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
  const { name, message } = error;
  return {
    name,
    outcome: outcomeOf(name, message, status),
    isNotFound: saysNotFound(name, message),
    detail: `${name}${status ? ` (HTTP ${status})` : ''}`,
  };
}

/** Error names by which services say that one thing does not exist. */
const NOT_FOUND = new Set([
  'NotFoundException',
  'ResourceNotFoundException',
  'ResourceNotFound',
  'NoSuchEntityException',
  'NoSuchBucket',
]);

/**
 * SageMaker answers for an unknown name with a plain ValidationException, and Macie, where it is off, as if nobody
 * might ask.
 */
const saysNotFound = (name: string, message: string): boolean =>
  NOT_FOUND.has(name) ||
  (name === 'AccessDeniedException' && /macie is not enabled/i.test(message)) ||
  (name === 'ValidationException' &&
    /(?:could not|cannot) find|does not exist|RecordNotFound/i.test(message));

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'NotAuthorized',
  'SignatureDoesNotMatch',
  'UnauthorizedOperation',
  'UnrecognizedClientException',
]);

const THROTTLED = new Set([
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
]);

/** The service is not offered here, or the account never took part in it. */
const UNAVAILABLE = new Set([
  'NoHostInRegion',
  'OptInRequired',
  'SubscriptionRequiredException',
  'UnknownOperationException',
]);

/**
 * Bedrock says one and the same, that it is not offered in a region, by two errors: UnknownOperationException
 * and a ValidationException that says so.
 */
function outcomeOf(name: string, message: string, status: number | undefined): Failure['outcome'] {
  if (DENIED.has(name)) return 'denied';
  if (THROTTLED.has(name) || status === 429) return 'throttled';
  if (UNAVAILABLE.has(name)) return 'unavailable';
  if (name === 'ValidationException' && /not supported in (this|the) .*region/i.test(message))
    return 'unavailable';
  return status === 403 ? 'denied' : 'failed';
}
