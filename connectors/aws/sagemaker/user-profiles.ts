import type { UserProfileDetails } from '@aws-sdk/client-sagemaker';
import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import type { Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { studioScripts } from './studio-scripts.ts';

interface Named extends Pick<UserProfileDetails, 'DomainId' | 'UserProfileName'> {
  readonly DomainUserSettings?: Json | Unread | undefined;
}

/** The list knows no ARN: `user-profile/<domain>/<name>`. */
const profileArn = (scope: Scope, domainId = '', name = '') =>
  domainId && name ? sagemakerArn(scope, 'user-profile', `${domainId}/${name}`) : undefined;

export default awsConnector<Named>(userProfile, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListUserProfiles'),
    read: awsOperations('sagemaker:DescribeUserProfile'),
    parts: { DomainUserSettings: awsOperation('sagemaker:DescribeDomain'), Tags: getResources },
  },
  events: ['CreateUserProfile', 'UpdateUserProfile', 'DeleteUserProfile'],
  async *list({ sagemaker }) {
    const settings = new Map<string, ReturnType<typeof domainSettings>>();
    const profiles = sagemaker.list('ListUserProfiles', { MaxResults: 100 }, 'UserProfiles');
    for await (const { DomainId = '', UserProfileName } of profiles) {
      const asked = settings.get(DomainId) ?? domainSettings({ sagemaker }, DomainId);
      settings.set(DomainId, asked);
      yield { DomainId, UserProfileName, DomainUserSettings: await asked };
    }
  },
  identify: ({ DomainId, UserProfileName = '' }, { scope }) => ({
    id: profileArn(scope, DomainId, UserProfileName) ?? '',
    name: UserProfileName,
  }),
  async read(services, { DomainId, UserProfileName, DomainUserSettings }, { scope }) {
    const described = await services.sagemaker('DescribeUserProfile', { DomainId, UserProfileName });
    return {
      ...described,
      FailureReason: undefined,
      SingleSignOnUserValue: undefined,
      DomainUserSettings,
      Tags: await services.tagsOf('sagemaker:user-profile', profileArn(scope, DomainId, UserProfileName)),
    };
  },
  async find({ sagemaker }, id, { scope }) {
    const [DomainIdEquals = ''] = nameInArn(id).split('/');
    const profiles = sagemaker.list('ListUserProfiles', { DomainIdEquals, MaxResults: 100 }, 'UserProfiles');
    for await (const { DomainId = '', UserProfileName } of profiles)
      if (profileArn(scope, DomainId, UserProfileName) === id)
        return {
          DomainId,
          UserProfileName,
          DomainUserSettings: await domainSettings({ sagemaker }, DomainId),
        };
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'userProfileArn') ??
    profileArn(scope, asked(event, 'domainId'), asked(event, 'userProfileName')),
  relations: ({ DomainId, UserSettings, DomainUserSettings }, { scope }) => [
    relation('attached-to', sagemakerArn(scope, 'domain', DomainId)),
    relation('assumes', roleIn(UserSettings) ?? roleIn(DomainUserSettings)),
    ...studioScripts(UserSettings),
  ],
});

/** What the users of a domain have who have nothing of their own; here only the role is looked at. */
const domainSettings = ({ sagemaker }: Pick<AwsServices, 'sagemaker'>, DomainId: string) =>
  sagemaker.part('DescribeDomain', { DomainId }, ({ DefaultUserSettings }) => ({
    ExecutionRole: DefaultUserSettings?.ExecutionRole,
  }));

const roleIn = (settings: Json | undefined) => (isObject(settings) ? settings['ExecutionRole'] : undefined);
