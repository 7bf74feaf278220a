import type { PartnerAppSummary } from '@aws-sdk/client-sagemaker';
import { partnerApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { getResources } from '../tags.ts';

/** Who administers and uses the application decides nothing here: no names of people are kept. */
export default awsConnector<Pick<PartnerAppSummary, 'Arn' | 'Name'>>(partnerApp, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListPartnerApps'),
    read: awsOperations('sagemaker:DescribePartnerApp'),
    parts: { Tags: getResources },
  },
  events: ['CreatePartnerApp', 'UpdatePartnerApp', 'DeletePartnerApp'],
  list: ({ sagemaker }) => sagemaker.list('ListPartnerApps', { MaxResults: 100 }, 'Summaries'),
  identify: ({ Arn = '', Name = '' }) => ({ id: Arn, name: Name }),
  async read(services, { Arn }) {
    const described = await services.sagemaker('DescribePartnerApp', { Arn });
    const { ApplicationConfig } = described;
    return {
      ...described,
      Error: undefined,
      ApplicationConfig: ApplicationConfig && { Arguments: withoutValues(ApplicationConfig.Arguments) },
      Tags: await services.tagsOf('sagemaker:partner-app', Arn),
    };
  },
  async find({ sagemaker }, id) {
    const { Arn, Name } = await sagemaker('DescribePartnerApp', { Arn: id });
    return { Arn, Name };
  },
  affected: (event) => asked(event, 'arn') ?? answered(event, 'arn'),
  relations: ({ ExecutionRoleArn, KmsKeyId }, { scope }) => [
    relation('assumes', ExecutionRoleArn),
    relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
  ],
});
