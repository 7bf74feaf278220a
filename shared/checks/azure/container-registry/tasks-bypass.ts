import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Tasks do not pass the firewall of container registries that AI assets use',
  severity: 'low',
  fails: field('properties.networkRuleBypassAllowedForTasks').isNot(false),
  why: 'A task of anybody who may run one builds and pushes images from outside the network that the registry is closed off by.',
  fix: {
    console: 'It is set by the management API alone: see the command.',
    cli: 'az resource update --ids <registry id> --api-version 2025-11-01 --set properties.networkRuleBypassAllowedForTasks=false',
    bicep: 'properties: { networkRuleBypassAllowedForTasks: false }',
  },
  source: 'RegistryProperties.networkRuleBypassAllowedForTasks of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
  examples: {
    pass: [{ properties: { networkRuleBypassAllowedForTasks: false } }],
    fail: [{ properties: { networkRuleBypassAllowedForTasks: true } }],
    unknown: [{ properties: {} }],
  },
});
