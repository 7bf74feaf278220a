import * as client from '@aws-sdk/client-healthlake';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'healthlake',
  signingName: 'healthlake',
  protocol: 'json',
  client,
  handlers: { ListFHIRDatastores: lists('healthlake stores', 'DatastorePropertiesList') },
  sample: {
    'healthlake stores': [
      {
        DatastoreId: 'd1',
        DatastoreArn: 'arn:aws:healthlake:eu-west-1:444455556666:datastore/fhir/d1',
        DatastoreName: 'records-1',
        DatastoreStatus: 'ACTIVE',
        DatastoreTypeVersion: 'R4',
        DatastoreEndpoint: 'https://healthlake.example.com',
        CreatedAt: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        SseConfiguration: {
          KmsEncryptionConfig: {
            CmkType: 'CUSTOMER_MANAGED_KMS_KEY',
            KmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
          },
        },
      },
      {
        DatastoreId: 'd2',
        DatastoreArn: 'arn:aws:healthlake:eu-west-1:444455556666:datastore/fhir/d2',
        DatastoreName: 'records-2',
        DatastoreStatus: 'ACTIVE',
        DatastoreTypeVersion: 'R4',
        DatastoreEndpoint: 'https://healthlake.example.com',
        CreatedAt: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        SseConfiguration: { KmsEncryptionConfig: { CmkType: 'AWS_OWNED_KMS_KEY' } },
      },
      {
        DatastoreId: 'd3',
        DatastoreArn: 'arn:aws:healthlake:eu-west-1:444455556666:datastore/fhir/d3',
        DatastoreName: 'records-3',
        DatastoreStatus: 'ACTIVE',
        DatastoreTypeVersion: 'R4',
        DatastoreEndpoint: 'https://healthlake.example.com',
        CreatedAt: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
    ],
  },
} satisfies EstateService;
