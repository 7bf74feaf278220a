import type { ForecastExportJobSummary } from '@aws-sdk/client-forecast';
import { exportJob } from '#shared/assets/aws/forecast.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { firstOf, jobsSince } from '../window.ts';

const all = ({ forecast }: AwsServices) =>
  forecast.list('ListForecastExportJobs', { MaxResults: 100 }, 'ForecastExportJobs');

export default awsConnector<ForecastExportJobSummary>(exportJob, {
  rare: true,
  operations: { list: awsOperations('forecast:ListForecastExportJobs') },
  events: ['CreateForecastExportJob', 'DeleteForecastExportJob'],
  withoutEvents: { update: 'jobs cannot be changed' },
  async *list(services, reading) {
    const since = jobsSince(reading);
    for await (const found of all(services))
      if (!since || !found.CreationTime || found.CreationTime >= since) yield found;
  },
  identify: ({ ForecastExportJobArn = '', ForecastExportJobName = '' }) => ({
    id: ForecastExportJobArn,
    name: ForecastExportJobName,
  }),
  find: (services, id) => firstOf(all(services), ({ ForecastExportJobArn }) => ForecastExportJobArn === id),
  affected: (event) => asked(event, 'forecastExportJobArn') ?? answered(event, 'forecastExportJobArn'),
  relations: ({ Destination }, { scope: { region } }) => {
    const s3 = isObject(Destination) ? Destination['S3Config'] : undefined;
    return isObject(s3)
      ? [
          relation('assumes', s3['RoleArn']),
          relation('encrypted-by', s3['KMSKeyArn']),
          relation('writes-to', bucketArnOf(s3['Path'], region)),
        ]
      : [];
  },
});
