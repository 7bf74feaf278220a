import { workloadIdentityPoolProvider } from '#shared/assets/gcp/iam-federation.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

const NOT_DISABLED = 'google/iam/v1beta/workload_identity_pool.proto: a false is not sent';

export default technique(workloadIdentityPoolProvider, {
  title: 'A provider that trusts an AWS account lets in named roles of it alone',
  gains: 'an identity of the pool, for any role of the AWS account, and with it what the pool is granted',
  by: 'outside',
  applies: all(
    field('aws.accountId').isPresent(),
    field('attributeCondition').isEmpty(),
    not(field('disabled').absentIs(false, NOT_DISABLED).is(true)),
  ),
  holds: 'use',
  severity: 'high',
  basis: 'documented',
  reference: ['X-02'],
  why: 'Without a condition every role of the AWS account signs in, so that whoever gets at the least of them is in the Google project too.',
  fix: {
    console: 'Add an attribute condition that names the roles, and grant to attributes in place of the pool.',
    cli: 'gcloud iam workload-identity-pools providers update-aws … --attribute-condition="attribute.aws_role==…"',
    terraform: 'google_iam_workload_identity_pool_provider { attribute_condition = "…" }',
  },
  source:
    'https://cloud.google.com/iam/docs/workload-identity-federation-with-other-clouds: attribute conditions; WorkloadIdentityPoolProvider.attributeCondition: without it all valid credentials are accepted; Tenable on workload identity federation',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
