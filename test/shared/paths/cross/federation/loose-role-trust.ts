import type { TechniqueExamples } from '../../estate.ts';

const target = 'arn:aws:iam::111122223333:role/training';
const ISSUER = 'token.actions.githubusercontent.com';

const estate = (sub: string) => [
  {
    type: 'aws.iam.role',
    id: target,
    config: {
      Arn: target,
      RoleName: 'training',
      Path: '/',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com' },
              StringLike: { [`${ISSUER}:sub`]: sub },
            },
          },
        ],
      },
      RolePolicyList: [],
      AttachedManagedPolicies: [],
    },
  },
];

export default {
  target,
  path: estate('repo:nordlicht/*'),
  nearMiss: estate('repo:nordlicht/training:environment:production'),
} satisfies TechniqueExamples;
