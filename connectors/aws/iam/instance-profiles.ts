import type { InstanceProfile } from '@aws-sdk/client-iam';
import { instanceProfile } from '#shared/assets/aws/iam.ts';
import { isObject } from '#shared/model/json.ts';
import { type Reading, relation } from '../../connector.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { authorizationOf } from './authorization.ts';

/** The instance profiles that AI instances have: what lies between an instance and the role that its code acts as. */
export default awsConnector<InstanceProfile>(instanceProfile, {
  followsReferences: true,
  operations: { list: awsOperations('iam:GetAccountAuthorizationDetails') },
  events: [
    'CreateInstanceProfile',
    'DeleteInstanceProfile',
    'AddRoleToInstanceProfile',
    'RemoveRoleFromInstanceProfile',
  ],
  list: profilesInUse,
  identify: ({ Arn = '', InstanceProfileName = '' }) => ({ id: Arn, name: InstanceProfileName }),
  isContext: () => true,
  read: async (_services, { Arn, InstanceProfileName, Roles = [] }) => ({
    Arn,
    InstanceProfileName,
    Roles: Roles.map(({ Arn: role, RoleName }) => ({ Arn: role, RoleName })),
  }),
  async find(services, id, reading) {
    for await (const found of profilesInUse(services, reading)) if (found.Arn === id) return found;
    return undefined;
  },
  /** Events name a profile without its path: one under a path waits for the next scan. */
  affected: (event, { scope: { account } }) => {
    const name = asked(event, 'instanceProfileName');
    return name && `arn:aws:iam::${account}:instance-profile/${name}`;
  },
  relations: ({ Roles }) =>
    (Array.isArray(Roles) ? Roles : []).map((role) =>
      relation('assumes', isObject(role) ? role['Arn'] : undefined),
    ),
});

/** Details of roles tell the profiles that each is in; a profile without a role gives its instances nothing. */
async function* profilesInUse(
  services: AwsServices,
  { references }: Reading,
): AsyncGenerator<InstanceProfile> {
  const authorization = await authorizationOf(services);
  const used = await references((target) => target.includes(':instance-profile/'));
  for (const { InstanceProfileList = [] } of authorization.roles)
    for (const profile of InstanceProfileList) if (used.has(profile.Arn ?? '')) yield profile;
}
