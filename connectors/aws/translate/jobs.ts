import type { TextTranslationJobProperties } from '@aws-sdk/client-translate';
import { job } from '#shared/assets/aws/translate.ts';
import { isObject } from '#shared/model/json.ts';
import { type Reading, relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { firstOf, jobsSince } from '../window.ts';

const recent = ({ translate }: AwsServices, reading: Reading) =>
  translate.list(
    'ListTextTranslationJobs',
    { Filter: { SubmittedAfterTime: jobsSince(reading) }, MaxResults: 500 },
    'TextTranslationJobPropertiesList',
  );

/** Jobs have no ARN, neither in IAM nor in the events that AWS sends of them: the job id stands for itself. */
export default awsConnector<TextTranslationJobProperties>(job, {
  rare: true,
  operations: { list: awsOperations('translate:ListTextTranslationJobs') },
  events: ['StartTextTranslationJob', 'StopTextTranslationJob'],
  withoutEvents: { update: 'jobs cannot be changed', delete: 'jobs cannot be deleted' },
  list: recent,
  identify: ({ JobId = '', JobName }) => ({ id: JobId, name: JobName ?? JobId }),
  find: (services, id, reading) => firstOf(recent(services, reading), ({ JobId }) => JobId === id),
  affected: (event) => asked(event, 'jobId') ?? answered(event, 'jobId'),
  relations: ({ DataAccessRoleArn, InputDataConfig, OutputDataConfig: output }, { scope }) => {
    const key = isObject(output) ? output['EncryptionKey'] : undefined;
    const input = isObject(InputDataConfig) ? InputDataConfig['S3Uri'] : undefined;
    return [
      relation('assumes', DataAccessRoleArn),
      relation('encrypted-by', kmsKeyArn(scope, isObject(key) ? key['Id'] : undefined)),
      relation('reads-from', bucketArnOf(input, scope.region)),
      relation('writes-to', bucketArnOf(isObject(output) ? output['S3Uri'] : undefined, scope.region)),
    ];
  },
});
