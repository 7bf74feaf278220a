/** A verdict that Prowler and aispm do not share in `npm run compare`, and why. */
export interface Difference {
  /** Prowler’s check id. */
  readonly prowler: string;
  /** Ours; absent where we have none that speaks of the same asset. */
  readonly aispm?: string;
  readonly because: string;
}

const MALFORMED_TIMES =
  'The emulator writes the times of agents, knowledge bases and custom models in another form than RFC 3339, which the SDK for JavaScript refuses: aispm reports the list as incomplete and judges nothing of it.';
const ADOPTION =
  'That something is not used is no fault of an asset: the check is informational and off unless the config switches it on.';

export const differences: readonly Difference[] = [
  {
    prowler: 'bedrock_agent_guardrail_enabled',
    aispm: 'aws.bedrock.agent-live-guardrail',
    because: MALFORMED_TIMES,
  },
  {
    prowler: 'bedrock_agent_role_least_privilege',
    aispm: 'aws.iam.role-administrator',
    because: `${MALFORMED_TIMES} That a role has no permissions boundary is no fault of its own to aispm: what the role can really do is judged, the boundary counted in.`,
  },
  {
    prowler: 'bedrock_agent_role_not_shared_across_agents',
    aispm: 'aws.account.agent-roles',
    because: MALFORMED_TIMES,
  },
  {
    prowler: 'bedrock_custom_model_encrypted_with_cmk',
    aispm: 'aws.bedrock.custom-model-customer-key',
    because: MALFORMED_TIMES,
  },
  {
    prowler: 'bedrock_guardrail_contextual_grounding_filter_enabled',
    aispm: 'aws.bedrock.guardrail-grounding',
    because:
      'The emulator has no guardrails and fails. Prowler reports one manual finding a check, aispm one gap in its coverage, which names the operation.',
  },
  {
    prowler: 'bedrock_knowledge_base_encrypted_with_cmk',
    aispm: 'aws.bedrock.knowledge-base-source-key',
    because: MALFORMED_TIMES,
  },
  {
    prowler: 'organizations_opt_out_ai_services_policy',
    aispm: 'aws.organizations.ai-opt-out',
    because:
      'Prowler fails an account that is in no organization. aispm asks only the account that manages one.',
  },
  { prowler: 'sagemaker_clarify_exists', aispm: 'aws.account.clarify', because: ADOPTION },
  {
    prowler: 'sagemaker_endpoint_config_kms_encryption_enabled',
    aispm: 'aws.sagemaker.endpoint-config-customer-key',
    because:
      'A serverless variant has no volume of its own that a key could encrypt: the check does not apply.',
  },
  {
    prowler: 'sagemaker_endpoint_config_prod_variant_instances',
    aispm: 'aws.sagemaker.endpoint-config-instance-count',
    because:
      'A serverless variant has no instances, and Prowler counts none as too few: the check does not apply.',
  },
  { prowler: 'sagemaker_models_monitor_enabled', aispm: 'aws.account.model-monitoring', because: ADOPTION },
  { prowler: 'sagemaker_models_registry_in_use', aispm: 'aws.account.approved-package', because: ADOPTION },
  {
    prowler: 'sagemaker_notebook_instance_no_secrets',
    aispm: 'aws.sagemaker.notebook-lifecycle-secrets',
    because:
      'Prowler passes a notebook that has no lifecycle configuration. aispm judges the configuration, and there is none.',
  },
  {
    prowler: 'sagemaker_training_jobs_intercontainer_encryption_enabled',
    aispm: 'aws.sagemaker.training-traffic-encryption',
    because:
      'A job on one instance has no traffic between containers: Prowler fails it, to aispm the check does not apply.',
  },
];
