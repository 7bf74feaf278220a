import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { afterEach, describe, expect, test } from 'vitest';
import { notOfferedIn } from '#connectors/gcp/not-offered.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf, type Scan, scan } from './scan.ts';

const refusal = (code: number, status: string, message: string): string =>
  JSON.stringify({ error: { code, message, status } }, undefined, 2);

test.each([
  [
    400,
    'FAILED_PRECONDITION',
    'ReasoningEngine service is not available in region: europe-central2.',
    'europe-central2',
  ],
  [400, 'FAILED_PRECONDITION', 'Vertex AI Rag Service is not supported in region us-west2', 'us-west2'],
  // The same words with another status, and other words with the same.
  [403, 'FAILED_PRECONDITION', 'Vertex AI Rag Service is not supported in region us-west2', undefined],
  [400, 'INVALID_ARGUMENT', 'Vertex AI Rag Service is not supported in region us-west2', undefined],
  [400, 'FAILED_PRECONDITION', 'The project failed the check constraints/gcp.resourceLocations', undefined],
  [
    403,
    'PERMISSION_DENIED',
    "Permission denied on 'locations/me-central2' (or it may not exist).",
    undefined,
  ],
  [404, 'NOT_FOUND', 'The requested URL was not found on this server.', undefined],
] as const)('HTTP %i, %s: %s', (code, status, message, location) => {
  expect(notOfferedIn(code, refusal(code, status, message))).toBe(location);
});

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

const OTHER = 'europe-west9';
const SILENT = 'europe-west8';

/** A scan of three regions; to what is asked of the other two, this is the answer. */
async function scanWith(
  answer: (request: PipelineRequest) => { readonly status: number; readonly text: string } | Error,
): Promise<Scan> {
  const estate = await startGcpEstate(sample);
  started.push(estate);
  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      if (new URL(request.url).host.startsWith('us-central1') || !request.url.includes('-aiplatform'))
        return estate.httpClient.sendRequest(request);
      const answered = answer(request);
      if (answered instanceof Error) throw answered;
      const { status, text } = answered;
      return { request, status, headers: createHttpHeaders(), bodyAsText: text };
    },
  };
  return scan(
    cloudOf({ ...estate, httpClient }, { projects: ['acme-ml'], regions: ['us-central1', OTHER, SILENT] }),
  );
}

const ofVertex = ({ assets }: Scan): string[] =>
  assets.flatMap(({ id }) => (id.startsWith('//aiplatform.') ? [id] : [])).sort();

const coverageOf = ({ coverage }: Scan, operation: string) =>
  coverage.find((record) => record.operation === operation);

describe('a region that does not answer as the others', () => {
  test('and says that a service is not offered there holds nothing, which is said', async () => {
    const whole = ofVertex(await scanWith(() => ({ status: 200, text: '{}' })));
    const found = await scanWith(({ url }) =>
      url.includes('/ragCorpora')
        ? {
            status: 400,
            text: refusal(400, 'FAILED_PRECONDITION', `Rag Service is not supported in region ${OTHER}`),
          }
        : { status: 200, text: '{}' },
    );
    expect(ofVertex(found)).toEqual(whole);
    expect(coverageOf(found, 'aiplatform.ragCorpora.list')).toMatchObject({
      outcome: 'complete',
      detail: `not offered in ${OTHER}`,
      calls: 3,
      incomplete: 0,
    });
  });

  test.each([
    ['whose host is not there', () => Object.assign(new Error('no'), { code: 'ENOTFOUND' }), 'failed'],
    ['that serves no such address', () => ({ status: 404, text: '<html>404</html>' }), 'failed'],
    [
      'that may be refused or may not exist',
      () => ({
        status: 403,
        text: refusal(
          403,
          'PERMISSION_DENIED',
          `Permission denied on 'locations/${OTHER}' (or it may not exist).`,
        ),
      }),
      'denied',
    ],
    [
      'that has not implemented it',
      () => ({ status: 501, text: refusal(501, 'UNIMPLEMENTED', 'Operation is not implemented.') }),
      'failed',
    ],
  ] as const)('%s is a gap of its own, and loses nothing of the others', async (_what, answer, outcome) => {
    const whole = ofVertex(await scanWith(() => ({ status: 200, text: '{}' })));
    const found = await scanWith(answer);
    expect(ofVertex(found)).toEqual(whole);
    const record = coverageOf(found, 'aiplatform.endpoints.list');
    expect(record).toMatchObject({ outcome });
    expect(record?.detail).toContain(`in ${OTHER}`);
  });

  test('is not taken for offering nothing once it has given a page', async () => {
    const found = await scanWith(({ url }) => {
      if (!url.includes('/ragCorpora')) return { status: 200, text: '{}' };
      if (!url.includes('pageToken')) return { status: 200, text: '{"nextPageToken":"more"}' };
      return {
        status: 400,
        text: refusal(400, 'FAILED_PRECONDITION', `Rag Service is not supported in region ${OTHER}`),
      };
    });
    expect(coverageOf(found, 'aiplatform.ragCorpora.list')).toMatchObject({ outcome: 'failed' });
  });

  test('does not hide behind one where the service is not offered', async () => {
    const found = await scanWith(({ url }) =>
      url.includes(`${SILENT}/reasoningEngines`)
        ? { status: 503, text: '' }
        : url.includes('/reasoningEngines')
          ? {
              status: 400,
              text: refusal(
                400,
                'FAILED_PRECONDITION',
                `ReasoningEngine service is not available in region: ${OTHER}.`,
              ),
            }
          : { status: 200, text: '{}' },
    );
    expect(coverageOf(found, 'aiplatform.reasoningEngines.list')).toMatchObject({
      outcome: 'failed',
      detail: `HTTP 503; in ${SILENT}`,
      incomplete: 1,
    });
  });
});
