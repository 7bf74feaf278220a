import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { customerKeyCheck } from '../customer-key.ts';
import { posted } from '../fixes.ts';

export default customerKeyCheck(vertexModel, {
  things: 'Vertex AI models',
  severity: 'medium',
  why: 'A model carries what it was trained on. Only with a key of your own can you see its use, and end access to every copy by disabling it.',
  console:
    'Import the model again with “Customer-managed encryption key” chosen under Encryption, and delete the old one.',
  cli: posted('models:upload', {
    model: {
      displayName: '…',
      artifactUri: 'gs://…',
      encryptionSpec: { kmsKeyName: 'projects/…/cryptoKeys/KEY' },
    },
  }),
  peers: { union: ['gcp.vertex.model-no-cmek'], cloudsploit: ['modelEncryption'], cnspec: ['model CMEK'] },
});
