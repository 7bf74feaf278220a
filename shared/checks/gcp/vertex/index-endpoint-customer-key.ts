import { indexEndpoint } from '#shared/assets/gcp/vertex-search.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(indexEndpoint, {
  things: 'Vertex AI index endpoints',
  severity: 'low',
  why: 'The deployed copy of an index is encrypted with the key of the endpoint.',
  console:
    'Create the index endpoint again over REST with an encryption key, deploy the indexes there and move callers over.',
  cli: { collection: 'indexEndpoints' },
});
