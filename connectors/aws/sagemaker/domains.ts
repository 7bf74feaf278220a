import type { DomainDetails } from '@aws-sdk/client-sagemaker';
import { domain } from '#shared/assets/aws/sagemaker.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { studioScripts } from './studio-scripts.ts';

export default awsConnector<Pick<DomainDetails, 'DomainArn' | 'DomainId' | 'DomainName'>>(domain, {
  operations: {
    list: awsOperations('sagemaker:ListDomains'),
    read: awsOperations('sagemaker:DescribeDomain'),
    parts: { Tags: getResources },
  },
  events: ['CreateDomain', 'UpdateDomain', 'DeleteDomain'],
  list: ({ sagemaker }) => sagemaker.list('ListDomains', { MaxResults: 100 }, 'Domains'),
  identify: ({ DomainArn = '', DomainId = '', DomainName = DomainId }) => ({
    id: DomainArn,
    name: DomainName,
  }),
  async read(services, { DomainId, DomainArn }) {
    const described = await services.sagemaker('DescribeDomain', { DomainId });
    return {
      ...described,
      FailureReason: undefined,
      Tags: await services.tagsOf('sagemaker:domain', DomainArn),
    };
  },
  async find({ sagemaker }, id) {
    const { DomainId, DomainName } = await sagemaker('DescribeDomain', { DomainId: nameInArn(id) });
    return { DomainArn: id, DomainId, DomainName };
  },
  affected: (event, { scope }) =>
    answered(event, 'domainArn') ?? sagemakerArn(scope, 'domain', asked(event, 'domainId')),
  relations: ({ DefaultUserSettings, DefaultSpaceSettings, KmsKeyId, SubnetIds }, { scope }) => [
    isObject(DefaultUserSettings) ? relation('assumes', DefaultUserSettings['ExecutionRole']) : undefined,
    relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
    ...(Array.isArray(SubnetIds) ? SubnetIds : []).map((subnet) => relation('attached-to', subnet)),
    ...studioScripts(DefaultUserSettings, DefaultSpaceSettings),
  ],
});
