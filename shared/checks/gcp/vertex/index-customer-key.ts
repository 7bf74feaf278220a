import { vectorIndex } from '#shared/assets/gcp/vertex-search.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(vectorIndex, {
  things: 'Vertex AI vector indexes',
  severity: 'medium',
  why: 'Embeddings give away much of the texts that they were made from. Only with a key of your own can you see its use, and end it by disabling the key.',
  console: 'Create the index again over REST with an encryption key, and deploy it in place of the old one.',
  cli: { collection: 'indexes' },
});
