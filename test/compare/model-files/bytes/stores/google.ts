import type { IncomingMessage, ServerResponse } from 'node:http';
import { googleBucket } from '#connectors/objects/google-storage.ts';
import { startLoopback } from '#test/shared/model-files/loopback.ts';
import type { Content } from '../content.ts';
import { type Store, sendContent, Tally } from './store.ts';

const BUCKET = 'models';
const LATER = 3_600_000;

/** The JSON API of Cloud Storage: https://docs.cloud.google.com/storage/docs/json_api/v1/objects */
export async function startGoogle(): Promise<Store> {
  const objects = new Map<string, { readonly content: Content; readonly generation: string }>();
  const tally = new Tally();

  function answer(request: IncomingMessage, response: ServerResponse): unknown {
    tally.request();
    const json = (status: number, body: object): ServerResponse => {
      const text = JSON.stringify(body);
      tally.body(text.length);
      return response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    };
    if (request.headers.authorization !== 'Bearer token') return json(401, { error: { code: 401 } });
    const address = new URL(request.url ?? '', 'http://gcs');
    const parameters = address.searchParams;
    const [, name] = new RegExp(`^/storage/v1/b/${BUCKET}/o(?:/([^/]+))?$`).exec(address.pathname) ?? [];
    if (name === undefined) {
      const listed = [...objects]
        .filter(([object]) => object.startsWith(parameters.get('prefix') ?? ''))
        .sort();
      return json(200, {
        items: listed.map(([object, { content }]) => ({ name: object, size: String(content.size) })),
      });
    }
    const object = objects.get(decodeURIComponent(name));
    const asked = parameters.get('generation');
    if (object === undefined || (asked !== null && asked !== object.generation))
      return json(404, { error: { code: 404 } });
    const { content, generation } = object;
    if ((parameters.get('ifGenerationMatch') ?? generation) !== generation)
      return json(412, { error: { code: 412 } });
    if (parameters.get('alt') !== 'media') return json(200, { generation, size: String(content.size) });
    const headers = { 'x-goog-generation': generation };
    return tally.body(sendContent(response, { content, range: request.headers.range, headers }));
  }

  const loopback = await startLoopback(answer);
  const credential = {
    getToken: async () => ({ token: 'token', expiresOnTimestamp: Date.now() + LATER }),
  };
  return {
    place: `gs://${BUCKET}`,
    bucket: googleBucket({ credential, bucket: BUCKET, endpoint: loopback.origin }),
    put: async (name, content) => {
      objects.set(name, { content, generation: String(1_700_000_000_000_000 + objects.size) });
    },
    served: () => tally.taken(),
    close: () => loopback.close(),
  };
}
