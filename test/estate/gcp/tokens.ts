import { isObject } from '#shared/model/json.ts';
import { type Answer, googleError } from './faulty.ts';

/** Of the credential that the estate hands out itself. */
export const TOKEN = 'loopback-token-of-google';
const FEDERATED = 'loopback-federated-token';
const IMPERSONATED = 'loopback-service-account-token';

export const isAccepted = (authorization: string | undefined): boolean =>
  [TOKEN, FEDERATED, IMPERSONATED].some((token) => authorization === `Bearer ${token}`);

/** What Google’s token services answer, or nothing where the request is not for them. */
export function answerToken(
  host: string,
  method: string,
  path: string,
  body: string,
  authorization: string | undefined,
): { operation: string; answer: Answer } | undefined {
  if (method !== 'POST') return undefined;
  if (host === 'sts.googleapis.com' && path === '/v1/token')
    return { operation: 'sts.token', answer: exchanged(new URLSearchParams(body)) };
  if (host !== 'iamcredentials.googleapis.com' || !path.endsWith(':generateAccessToken')) return undefined;
  const answer: Answer =
    authorization === `Bearer ${FEDERATED}`
      ? { status: 200, body: { accessToken: IMPERSONATED, expireTime: '2099-01-01T00:00:00Z' } }
      : googleError(host, 403, 'PERMISSION_DENIED', 'IAM_PERMISSION_DENIED', 'Permission denied.');
  return { operation: 'iamcredentials.serviceAccounts.generateAccessToken', answer };
}

/** The exchange of a signed GetCallerIdentity request, as far as it can be looked at without AWS. */
function exchanged(form: URLSearchParams): Answer {
  const audience = form.get('audience') ?? '';
  const signed = signedRequest(form.get('subject_token') ?? '');
  const isRight =
    form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:token-exchange' &&
    form.get('subject_token_type') === 'urn:ietf:params:aws:token-type:aws4_request' &&
    signed?.url.includes('Action=GetCallerIdentity') === true &&
    signed.headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256 ') === true &&
    signed.headers.get('x-goog-cloud-target-resource') === audience;
  return isRight
    ? {
        status: 200,
        body: {
          access_token: FEDERATED,
          issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          token_type: 'Bearer',
          expires_in: 3600,
        },
      }
    : { status: 400, body: { error: 'invalid_grant', error_description: 'The subject token is not valid.' } };
}

function signedRequest(text: string): { url: string; headers: Map<string, string> } | undefined {
  const token: unknown = JSON.parse(decodeURIComponent(text) || 'null');
  if (!isObject(token) || typeof token['url'] !== 'string' || !Array.isArray(token['headers']))
    return undefined;
  const headers = token['headers'].flatMap((header): [string, string][] =>
    isObject(header) ? [[String(header['key']).toLowerCase(), String(header['value'])]] : [],
  );
  return { url: token['url'], headers: new Map(headers) };
}
