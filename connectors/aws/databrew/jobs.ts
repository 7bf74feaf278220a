import type { Job } from '@aws-sdk/client-databrew';
import { job } from '#shared/assets/aws/databrew.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, bucketArn, kmsKeyArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { firstOf } from '../window.ts';

const all = ({ dataBrew }: AwsServices) => dataBrew.list('ListJobs', { MaxResults: 100 }, 'Jobs');

/** Jobs of DataBrew are definitions; their runs are not listed. */
export default awsConnector<Job>(job, {
  rare: true,
  operations: { list: awsOperations('databrew:ListJobs') },
  events: ['CreateProfileJob', 'CreateRecipeJob', 'UpdateProfileJob', 'UpdateRecipeJob', 'DeleteJob'],
  list: (services) => all(services),
  identify: ({ ResourceArn = '', Name = '' }) => ({ id: ResourceArn, name: Name }),
  find: (services, id) => firstOf(all(services), ({ ResourceArn }) => ResourceArn === id),
  affected: (event, { scope }) => {
    const name = asked(event, 'name') ?? asked(event, 'Name');
    return name && arnIn(scope, 'databrew', `job/${name}`);
  },
  relations: ({ RoleArn, EncryptionKeyArn, Outputs }, { scope }) => [
    relation('assumes', RoleArn),
    relation('encrypted-by', kmsKeyArn(scope, EncryptionKeyArn)),
    ...(Array.isArray(Outputs) ? Outputs : []).map((output) => {
      const { Location } = isObject(output) ? output : {};
      const bucket = isObject(Location) ? Location['Bucket'] : undefined;
      return relation('writes-to', typeof bucket === 'string' ? bucketArn(bucket, scope.region) : undefined);
    }),
  ],
});
