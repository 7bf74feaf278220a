import type { SpaceDetails } from '@aws-sdk/client-sagemaker';
import { space } from '#shared/assets/aws/sagemaker-studio.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { studioScripts } from './studio-scripts.ts';

type Named = Pick<SpaceDetails, 'DomainId' | 'SpaceName'>;

/** The list knows no ARN: `space/<domain>/<name>`. */
const spaceArn = (scope: Scope, { DomainId = '', SpaceName = '' }: Named) =>
  DomainId && SpaceName ? sagemakerArn(scope, 'space', `${DomainId}/${SpaceName}`) : undefined;

export default awsConnector<Named>(space, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListSpaces'),
    read: awsOperations('sagemaker:DescribeSpace'),
    parts: { Tags: getResources },
  },
  events: ['CreateSpace', 'UpdateSpace', 'DeleteSpace'],
  list: ({ sagemaker }) => sagemaker.list('ListSpaces', { MaxResults: 100 }, 'Spaces'),
  identify: (named, { scope }) => ({ id: spaceArn(scope, named) ?? '', name: named.SpaceName ?? '' }),
  async read(services, { DomainId, SpaceName }, { scope }) {
    const described = await services.sagemaker('DescribeSpace', { DomainId, SpaceName });
    return {
      ...described,
      FailureReason: undefined,
      Url: undefined,
      Tags: await services.tagsOf('sagemaker:space', spaceArn(scope, { DomainId, SpaceName })),
    };
  },
  async find({ sagemaker }, id, { scope }) {
    const [DomainIdEquals = ''] = nameInArn(id).split('/');
    const spaces = sagemaker.list('ListSpaces', { DomainIdEquals, MaxResults: 100 }, 'Spaces');
    for await (const named of spaces) if (spaceArn(scope, named) === id) return named;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'spaceArn') ??
    spaceArn(scope, { DomainId: asked(event, 'domainId'), SpaceName: asked(event, 'spaceName') }),
  relations: ({ DomainId, OwnershipSettings, SpaceSettings }, { scope }) => [
    relation('attached-to', sagemakerArn(scope, 'domain', DomainId)),
    isObject(OwnershipSettings)
      ? relation(
          'attached-to',
          sagemakerArn(
            scope,
            'user-profile',
            `${String(DomainId)}/${String(OwnershipSettings['OwnerUserProfileName'])}`,
          ),
        )
      : undefined,
    ...studioScripts(SpaceSettings),
  ],
});
