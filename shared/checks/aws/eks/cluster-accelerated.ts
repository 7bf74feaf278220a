import { acceleratedCluster } from '#shared/assets/aws/eks.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(acceleratedCluster, {
  title: 'Accelerators are used through managed services, not in Kubernetes node groups',
  severity: 'informational',
  byDefault: 'off',
  fails: not(field('nodegroups').isEmpty()),
  why: 'Models that are trained or served in a cluster have neither guardrails nor invocation logs, and are in no list of models.',
  fix: {
    console:
      'Find out what runs on the nodes; serve the model from Bedrock or SageMaker, or take the cluster into the inventory of what is allowed.',
    cli: 'aws eks delete-nodegroup --cluster-name … --nodegroup-name …',
    cloudformation: { Type: 'AWS::EKS::Nodegroup', Properties: { ScalingConfig: { DesiredSize: 0 } } },
  },
  source: 'DescribeNodegroup response, @aws-sdk/client-eks',
  frameworks: { 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [{ name: 'plain', nodegroups: [] }],
    fail: [{ name: 'llm', nodegroups: [{ nodegroupName: 'gpu', instanceTypes: ['g5.xlarge'] }] }],
    unknown: [{ name: 'llm', nodegroups: 'all' }],
  },
});
