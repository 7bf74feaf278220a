import { collection } from '#shared/assets/aws/opensearchserverless.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(collection, {
  title: 'OpenSearch Serverless vector collections are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('type').is('VECTORSEARCH'),
  // With a key that AWS owns the reply says `auto`.
  fails: any(lacksCustomerKey('kmsKeyArn'), field('kmsKeyArn').is('auto')),
  why: 'A key of yours has a policy and a trail of its own, and taking it away makes what was indexed unreadable at once.',
  fix: {
    console:
      'Write an encryption policy with a key of yours that names the collection, and create the collection again: its key cannot be changed.',
    cli: 'aws opensearchserverless create-security-policy --type encryption --name … --policy \'{"Rules":[{"ResourceType":"collection","Resource":["collection/…"]}],"AWSOwnedKey":false,"KmsARN":"…"}\'',
    cloudformation: {
      Type: 'encryption',
      Policy:
        '{"Rules":[{"ResourceType":"collection","Resource":["collection/…"]}],"AWSOwnedKey":false,"KmsARN":"…"}',
    },
  },
  source: 'BatchGetCollection response, @aws-sdk/client-opensearchserverless',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  peers: {
    union: ['aws.aoss.collection-no-cmk'],
    cloudsploit: ['opensearchCollectionCmkEncrypted'],
    'aws-samples': ['FS-25'],
  },
  examples: {
    pass: [
      {
        name: 'docs',
        type: 'VECTORSEARCH',
        kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
      },
    ],
    fail: [
      { name: 'docs', type: 'VECTORSEARCH', kmsKeyArn: 'auto' },
      { name: 'docs', type: 'VECTORSEARCH' },
    ],
    unknown: [{ name: 'docs' }],
    notApplicable: [{ name: 'logs', type: 'TIMESERIES', kmsKeyArn: 'auto' }],
  },
});
