import { datastore } from '#shared/assets/aws/healthlake.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(datastore, {
  title: 'HealthLake data stores have tags',
  severity: 'informational',
  byDefault: 'off',
  applies: field('DatastoreStatus').isNoneOf('CREATE_FAILED', 'DELETED', 'DELETING'),
  fails: field('Tags').isEmpty(),
  why: 'Without a tag nobody can say whose the records are and who has to answer for them.',
  fix: {
    console: 'Open the data store and add a tag for its owner.',
    cli: 'aws healthlake tag-resource --resource-arn … --tags Key=owner,Value=…',
    cloudformation: { Tags: [{ Key: 'owner', Value: '…' }] },
  },
  source: 'GetResources response, @aws-sdk/client-resource-groups-tagging-api',
  frameworks: { 'iso-42001': ['A.4.2'] },
  peers: { union: ['aws.healthlake.untagged'], cloudsploit: ['dataStoreHasTags'] },
  examples: {
    pass: [{ DatastoreStatus: 'ACTIVE', Tags: [{ Key: 'owner', Value: 'care' }] }],
    fail: [{ DatastoreStatus: 'ACTIVE' }, { DatastoreStatus: 'ACTIVE', Tags: [] }],
    notApplicable: [{ DatastoreStatus: 'DELETED' }],
  },
});
