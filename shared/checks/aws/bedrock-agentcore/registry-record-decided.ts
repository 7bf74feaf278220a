import { registryRecord } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(registryRecord, {
  title: 'Records of AgentCore registries are approved or retired',
  severity: 'low',
  byDefault: 'off',
  applies: field('status').isNoneOf('CREATING', 'UPDATING'),
  fails: field('status').isOneOf('DRAFT', 'PENDING_APPROVAL', 'REJECTED', 'CREATE_FAILED', 'UPDATE_FAILED'),
  why: 'A record that nobody decided on, or that was refused and left there, is an agent or a tool that may run without an owner who stands for it.',
  fix: {
    console: 'Open the registry, choose the record, and approve it, deprecate it or delete it.',
    cli: 'aws bedrock-agentcore-control update-registry-record-status --registry-id … --record-id … --status APPROVED …',
    cloudformation: { Status: 'APPROVED' },
  },
  source: 'ListRegistryRecords response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0104'], 'owasp-agentic-2026': ['ASI04'] },
  peers: { union: ['aws.agentregistry.record-lifecycle'], 'aws-samples': ['AR-07'] },
  examples: {
    pass: [{ status: 'APPROVED' }, { status: 'DEPRECATED' }],
    fail: [{ status: 'PENDING_APPROVAL' }, { status: 'DRAFT' }, { status: 'REJECTED' }],
    unknown: [{}, { status: 'OTHER' }],
    notApplicable: [{ status: 'CREATING' }],
  },
});
