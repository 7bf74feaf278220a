import type { TechniqueExamples } from '../../estate.ts';

const target =
  '//iam.googleapis.com/projects/nordlicht-ml/locations/global/workloadIdentityPools/aws/providers/training';

const estate = (condition: { readonly attributeCondition?: string }) => [
  {
    type: 'gcp.iam.workload-identity-pool-provider',
    id: target,
    config: {
      name: target.replace('//iam.googleapis.com/', ''),
      state: 'ACTIVE',
      attributeMapping: { 'google.subject': 'assertion.arn' },
      aws: { accountId: '111122223333' },
      ...condition,
    },
  },
];

export default {
  target,
  path: estate({}),
  nearMiss: estate({
    attributeCondition: "attribute.aws_role == 'arn:aws:sts::111122223333:assumed-role/training'",
  }),
} satisfies TechniqueExamples;
