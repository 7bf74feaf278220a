import { registry } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(registry, {
  title: 'AgentCore registries publish nothing that nobody approved',
  severity: 'medium',
  fails: field('approvalConfiguration.autoApproval')
    .absentIs(
      false,
      'ApprovalConfiguration.autoApproval: false is the default, and records require explicit approval',
    )
    .is(true),
  why: 'Whoever may write a record publishes an agent or a tool to all who search, and a poisoned one is found like any other.',
  fix: {
    console: 'Edit the registry: switch off automatic approval.',
    cli: 'aws bedrock-agentcore-control update-registry --registry-id … --approval-configuration autoApproval=false …',
    cloudformation: { ApprovalConfiguration: { AutoApproval: false } },
  },
  source: 'GetRegistry response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0104'], 'owasp-agentic-2026': ['ASI04'] },
  peers: { union: ['aws.agentregistry.no-manual-approval'], 'aws-samples': ['AR-03'] },
  examples: {
    pass: [{ approvalConfiguration: { autoApproval: false } }, {}],
    fail: [{ approvalConfiguration: { autoApproval: true } }],
    unknown: [{ approvalConfiguration: { autoApproval: 'no' } }],
  },
});
