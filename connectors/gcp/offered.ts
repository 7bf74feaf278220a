import { isObject } from '#shared/model/json.ts';
import { type CoverageRecorder, ReadFailure } from '../coverage.ts';
import { addressOf, type RestOperation } from '../operation.ts';
import { asValue, partListOf } from '../parts.ts';
import type { RestReader } from '../rest.ts';
import { once } from './once.ts';
import { listServices } from './service-usage/api.ts';

/** Which APIs are enabled in a project; `undefined` where that could not be read. */
export type EnabledServices = (recorder: CoverageRecorder) => Promise<ReadonlySet<string> | undefined>;

export function enabledServicesOf(
  project: string,
  readerFor: (recorder: CoverageRecorder) => RestReader,
): EnabledServices {
  return once(async (recorder) => {
    try {
      const services = await Array.fromAsync(readerFor(recorder).list(listServices, { project }));
      const names = services.flatMap(({ config }) =>
        isObject(config) && typeof config['name'] === 'string' ? [config['name']] : [],
      );
      // The API that answers is one of them: an empty list is no list.
      return names.length > 0 ? new Set(names) : undefined;
    } catch (error) {
      if (error instanceof ReadFailure) return undefined;
      throw error;
    }
  });
}

/** APIs that many projects have off, and that would be asked in every location: each refusal costs a call. */
const OFTEN_OFF = new Set(
  [
    'aiplatform',
    'apikeys',
    'artifactregistry',
    'dialogflow',
    'discoveryengine',
    'documentai',
    'modelarmor',
    'notebooks',
  ].map((name) => `${name}.googleapis.com`),
);

/** `us-central1-aiplatform.googleapis.com` and `modelarmor.us-central1.rep.googleapis.com` without their location. */
export const serviceOf = (host: string): string =>
  host.replace(/^.+-(?=[a-z]+\.googleapis\.com$)/, '').replace(/\.[a-z0-9-]+\.rep(?=\.googleapis\.com$)/, '');

/** A reader that does not ask an API of which is known that it is off: what is in it stays as it was. */
export function offered(
  reader: RestReader,
  enabled: EnabledServices,
  recorder: CoverageRecorder,
): RestReader {
  async function mustBeEnabled(
    operation: RestOperation,
    parameters: Readonly<Record<string, string>>,
  ): Promise<void> {
    const service = serviceOf(new URL(addressOf(operation, parameters)).host);
    if (!OFTEN_OFF.has(service)) return;
    const services = await enabled(recorder);
    if (services && !services.has(service))
      recorder.fail(operation, 'unavailable', `${service} is not enabled`, 0);
  }
  const get: RestReader['get'] = async (operation, parameters) => {
    await mustBeEnabled(operation, parameters);
    return reader.get(operation, parameters);
  };
  const list: RestReader['list'] = async function* offeredList(operation, parameters) {
    await mustBeEnabled(operation, parameters);
    yield* reader.list(operation, parameters);
  };
  return {
    get,
    list,
    part: (...asked) => asValue(get(...asked)),
    partList: (...asked) => partListOf(list(...asked)),
  };
}
