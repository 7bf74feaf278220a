import { vertexExtension } from '#shared/assets/gcp/vertex-agents.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { kindsOf, NOT_KEPT } from '../environment.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { vertexCollection } from './collection.ts';

/** Ways to be let in that name an identity; what they hold besides is a token or where a key is kept. */
const BY_IDENTITY = ['googleServiceAccountConfig', 'oauthConfig', 'oidcConfig'];

/** Without tokens, without examples of its use, and without the values that it is called with. */
function withoutSecrets({
  toolUseExamples: _examples,
  extensionOperations: _operations,
  ...extension
}: JsonObject): JsonObject {
  const { manifest, runtimeConfig } = extension;
  return {
    ...extension,
    ...(manifest === undefined ? {} : { manifest: manifestWithoutTokens(manifest) }),
    ...(runtimeConfig === undefined ? {} : { runtimeConfig: runtimeWithoutValues(runtimeConfig) }),
  };
}

function manifestWithoutTokens(manifest: Json): Json {
  if (!isObject(manifest)) return NOT_KEPT;
  const { authConfig } = manifest;
  if (authConfig === undefined) return manifest;
  if (!isObject(authConfig)) return { ...manifest, authConfig: NOT_KEPT };
  const ways = BY_IDENTITY.filter((way) => way in authConfig).map((way) => {
    const { serviceAccount } = objectAt(authConfig, way);
    return [way, serviceAccount === undefined ? {} : { serviceAccount }] as const;
  });
  const { authType } = authConfig;
  return {
    ...manifest,
    authConfig: { ...(authType === undefined ? {} : { authType }), ...Object.fromEntries(ways) },
  };
}

function runtimeWithoutValues(config: Json): Json {
  if (!isObject(config)) return NOT_KEPT;
  const { defaultParams } = config;
  return defaultParams === undefined ? config : { ...config, defaultParams: kindsOf(defaultParams) };
}

/** Only v1beta1 has them, and Cloud Asset Inventory is not known to. */
export default vertexCollection(vertexExtension, 'extensions', {
  version: 'v1beta1',
  kept: withoutSecrets,
  relations: (extension) => {
    const authentication = objectAt(objectAt(extension, 'manifest'), 'authConfig');
    const interpreter = objectAt(objectAt(extension, 'runtimeConfig'), 'codeInterpreterRuntimeConfig');
    return [
      ...BY_IDENTITY.map((way) =>
        relation('assumes', serviceAccountIdOf(objectAt(authentication, way)['serviceAccount'])),
      ),
      relation('reads-from', bucketNamed(interpreter['fileInputGcsBucket'])),
      relation('writes-to', bucketNamed(interpreter['fileOutputGcsBucket'])),
    ];
  },
});

const bucketNamed = (name: unknown): string | undefined =>
  typeof name === 'string' && name !== '' ? bucketIdOf(`gs://${name.replace(/^gs:\/\//, '')}`) : undefined;
