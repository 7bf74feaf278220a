import type { AppDetails } from '@aws-sdk/client-sagemaker';
import { app } from '#shared/assets/aws/sagemaker-studio.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';

type Named = Pick<AppDetails, 'DomainId' | 'UserProfileName' | 'SpaceName' | 'AppType' | 'AppName'>;

/** The list knows no ARN: `app/<domain>/<user profile or space>/<type>/<name>`. */
function appArn(scope: Scope, { DomainId, UserProfileName, SpaceName, AppType, AppName }: Named) {
  const parts = [DomainId, UserProfileName ?? SpaceName, AppType, AppName];
  return parts.every(Boolean) ? sagemakerArn(scope, 'app', parts.join('/')) : undefined;
}

/** A deleted application stays in the list for a day. */
const isThere = ({ Status }: AppDetails): boolean => Status !== 'Deleted';

export default awsConnector<AppDetails>(app, {
  rare: true,
  operations: { list: awsOperations('sagemaker:ListApps') },
  events: ['CreateApp', 'DeleteApp'],
  withoutEvents: { update: 'no operation changes an application: it is deleted and created again' },
  async *list({ sagemaker }) {
    for await (const found of sagemaker.list('ListApps', { MaxResults: 100 }, 'Apps'))
      if (isThere(found)) yield found;
  },
  identify: (found, { scope }) => ({ id: appArn(scope, found) ?? '', name: found.AppName ?? '' }),
  async find({ sagemaker }, id, { scope }) {
    const [DomainIdEquals = ''] = nameInArn(id).split('/');
    const apps = sagemaker.list('ListApps', { DomainIdEquals, MaxResults: 100 }, 'Apps');
    for await (const found of apps) if (isThere(found) && appArn(scope, found) === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'appArn') ??
    sagemakerArn(
      scope,
      'app',
      pathOf(
        asked(event, 'domainId'),
        asked(event, 'userProfileName') ?? asked(event, 'spaceName'),
        asked(event, 'appType'),
        asked(event, 'appName'),
      ),
    ),
  relations: ({ DomainId, UserProfileName, SpaceName, ResourceSpec }, { scope }) => {
    const { SageMakerImageArn, LifecycleConfigArn } = isObject(ResourceSpec) ? ResourceSpec : {};
    const owner =
      typeof UserProfileName === 'string'
        ? sagemakerArn(scope, 'user-profile', `${String(DomainId)}/${UserProfileName}`)
        : sagemakerArn(scope, 'space', pathOf(DomainId, SpaceName));
    return [
      relation('attached-to', owner),
      relation('attached-to', LifecycleConfigArn),
      relation('runs-image', SageMakerImageArn),
    ];
  },
});

const pathOf = (...parts: readonly unknown[]): string | undefined =>
  parts.every((part) => typeof part === 'string' && part !== '') ? parts.join('/') : undefined;
