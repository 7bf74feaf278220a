import type { AdapterVersionOverview } from '@aws-sdk/client-textract';
import { adapterVersion } from '#shared/assets/aws/textract.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, bucketArn, kmsKeyArn, parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';

/** The slash before `adapters` belongs to the ARN. Source: Service Authorization Reference, Amazon Textract. */
const versionArn = (scope: Scope, adapter: string, version: string): string =>
  arnIn(scope, 'textract', `/adapters/${adapter}/versions/${version}`);

export default awsConnector<Pick<AdapterVersionOverview, 'AdapterId' | 'AdapterVersion'>>(adapterVersion, {
  rare: true,
  operations: {
    list: awsOperations('textract:ListAdapterVersions'),
    read: awsOperations('textract:GetAdapterVersion'),
  },
  events: ['CreateAdapterVersion', 'DeleteAdapterVersion'],
  withoutEvents: { update: 'a version cannot be changed' },
  // Without an adapter id the list is of all adapters.
  list: ({ textract }) => textract.list('ListAdapterVersions', {}, 'AdapterVersions'),
  identify: ({ AdapterId = '', AdapterVersion = '' }, { scope }) => ({
    id: versionArn(scope, AdapterId, AdapterVersion),
    name: `${AdapterId}/${AdapterVersion}`,
  }),
  read: ({ textract }, { AdapterId, AdapterVersion }) =>
    textract('GetAdapterVersion', { AdapterId, AdapterVersion }),
  async find(_services, id) {
    const [, , AdapterId, , AdapterVersion] = parseArn(id)?.resource.split('/') ?? [];
    return { AdapterId, AdapterVersion };
  },
  affected: (event, { scope }) => {
    const adapter = asked(event, 'adapterId');
    const version = asked(event, 'adapterVersion') ?? answered(event, 'adapterVersion');
    return adapter && version && versionArn(scope, adapter, version);
  },
  relations: ({ KMSKeyId, OutputConfig: output }, { scope }) => {
    const bucket = isObject(output) ? output['S3Bucket'] : undefined;
    return [
      relation('encrypted-by', kmsKeyArn(scope, KMSKeyId)),
      relation('writes-to', typeof bucket === 'string' ? bucketArn(bucket, scope.region) : undefined),
    ];
  },
});
