import { cachedContent } from '#shared/assets/gcp/vertex-agents.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

/** What is cached are prompts and documents; they are input only, and would not be kept. */
const withoutContents = ({
  contents: _contents,
  systemInstruction: _instruction,
  tools: _tools,
  toolConfig: _toolConfig,
  ...cache
}: JsonObject): JsonObject => cache;

export default vertexCollection(cachedContent, 'cachedContents', {
  inventory: 'CachedContent',
  kept: withoutContents,
  relations: (cache) => [encryptedBy(cache)],
});
