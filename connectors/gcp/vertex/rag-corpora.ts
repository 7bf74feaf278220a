import { ragCorpus } from '#shared/assets/gcp/vertex-search.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { NOT_KEPT } from '../environment.ts';
import { fullName } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

/** Where the key of another vector store is kept, and never a key. */
function withoutKeys(corpus: JsonObject): JsonObject {
  const { vectorDbConfig } = corpus;
  if (vectorDbConfig === undefined) return corpus;
  if (!isObject(vectorDbConfig)) return { ...corpus, vectorDbConfig: NOT_KEPT };
  if (!('apiAuth' in vectorDbConfig)) return corpus;
  const { apiKeySecretVersion } = objectAt(objectAt(vectorDbConfig, 'apiAuth'), 'apiKeyConfig');
  const isReference =
    typeof apiKeySecretVersion === 'string' && /^projects\/[^/]+\/secrets\//.test(apiKeySecretVersion);
  const apiKeyConfig = isReference ? { apiKeySecretVersion } : {};
  return { ...corpus, vectorDbConfig: { ...vectorDbConfig, apiAuth: { apiKeyConfig } } };
}

/** Not among the types that are known of Cloud Asset Inventory. */
export default vertexCollection(ragCorpus, 'ragCorpora', {
  kept: withoutKeys,
  relations: (corpus) => {
    const store = objectAt(corpus, 'vectorDbConfig');
    const search = objectAt(store, 'vertexVectorSearch');
    const embedding = objectAt(objectAt(store, 'ragEmbeddingModelConfig'), 'vertexPredictionEndpoint');
    return [
      encryptedBy(corpus),
      relation('stored-in', fullName(VERTEX, search['index'])),
      relation('reads-from', fullName(VERTEX, search['indexEndpoint'])),
      relation('calls', fullName(VERTEX, embedding['endpoint'])),
    ];
  },
});
