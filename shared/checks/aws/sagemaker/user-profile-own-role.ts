import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { any, field, judgedBy } from '#shared/model/predicate.ts';

const OWN = 'UserSettings.ExecutionRole';
const SHARED = 'DomainUserSettings.ExecutionRole';

const roleIn = (settings: Json | undefined) => (isObject(settings) ? settings['ExecutionRole'] : undefined);

export default check(userProfile, {
  title: 'Users of SageMaker Studio have roles of their own',
  severity: 'medium',
  fails: any(
    field(OWN).isEmpty(),
    judgedBy({
      sentence: `\`${OWN}\` is the role that the domain gives to everybody`,
      reads: [OWN, SHARED],
      judge: ({ config: { UserSettings, DomainUserSettings } }) => {
        const own = roleIn(UserSettings);
        const shared = roleIn(DomainUserSettings);
        return {
          truth: own !== undefined && own === shared,
          evidence: [
            {
              path: OWN,
              state: own === undefined ? 'absent' : 'read',
              expected: `another role than ${String(shared ?? 'the domain’s')}`,
            },
          ],
        };
      },
    }),
  ),
  why: 'With one role for all, each user can do and read what any of them may, and nothing can be taken from one without taking it from all.',
  fix: {
    console: 'In the domain, open the user profile, edit it, and choose a role of the user or of the team.',
    cli: 'aws sagemaker update-user-profile --domain-id … --user-profile-name … --user-settings ExecutionRole=…',
    cloudformation: { UserSettings: { ExecutionRole: 'arn:aws:iam::…:role/studio-…' } },
  },
  source: 'DescribeUserProfile and DescribeDomain responses, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  peers: { union: ['aws.sagemaker.studio-shared-role'] },
  examples: {
    pass: [
      {
        UserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/ada' },
        DomainUserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/studio' },
      },
    ],
    fail: [
      { DomainUserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/studio' } },
      {
        UserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/studio' },
        DomainUserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/studio' },
      },
    ],
    unknown: [{ UserSettings: { ExecutionRole: 5 } }],
  },
});
