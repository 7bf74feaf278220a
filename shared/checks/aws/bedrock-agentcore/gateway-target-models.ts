import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not, some } from '#shared/model/predicate.ts';
import { NO_MODELS } from './sources.ts';

export default check(gatewayTarget, {
  title: 'AgentCore gateways offer only allowed models',
  severity: 'medium',
  applies: field('targetConfiguration.inference.provider.operations').isPresent(),
  fails: some(
    'targetConfiguration.inference.provider.operations',
    some('models', not(field('model').fitsOneOf(parameter('allowedModels'))), { absentIsEmpty: NO_MODELS }),
  ),
  why: 'Agents can send what they know to a model that nobody has looked at: who runs it, where, and what becomes of the prompts.',
  fix: {
    console: 'Edit the target: take the model out of its operations.',
    cli: 'aws bedrock-agentcore-control update-gateway-target --gateway-identifier … --target-id … --target-configuration file://target.json …',
    cloudformation: {
      TargetConfiguration: { Inference: { Provider: { Operations: [{ Models: [{ Model: '…' }] }] } } },
    },
  },
  source: 'GetGatewayTarget response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'owasp-agentic-2026': ['ASI04'] },
  examples: {
    pass: [
      {
        $config: {
          targetConfiguration: {
            inference: { provider: { operations: [{ models: [{ model: 'claude-sonnet-4' }] }] } },
          },
        },
        $governance: { allowedModels: ['claude-*'] },
      },
    ],
    fail: [
      {
        $config: {
          targetConfiguration: {
            inference: { provider: { operations: [{ models: [{ model: 'other-7b' }] }] } },
          },
        },
        $governance: { allowedModels: ['claude-*'] },
      },
    ],
    unknown: [
      {
        $config: { targetConfiguration: { inference: { provider: { operations: [{ models: [{}] }] } } } },
        $governance: { allowedModels: ['claude-*'] },
      },
    ],
    notApplicable: [{ $config: {}, $governance: { allowedModels: ['claude-*'] } }],
  },
});
