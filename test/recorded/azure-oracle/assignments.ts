import type { Json } from '#shared/model/json.ts';

/** The values that one assignment of a policy gives its parameters. */
export type Assigned = Readonly<Record<string, Json>>;

interface Assignment {
  readonly policy: string;
  /** Only for this check; for every one that claims the policy where it is left out. */
  readonly check?: string;
  /** The policy is assigned once for each of these, and objects where one of its assignments does. */
  readonly values: readonly Assigned[];
  readonly why: string;
}

const HARMS = ['Hate', 'Sexual', 'Violence', 'Selfharm'];
const EITHER = ['true', 'false'];
const ANY_SEVERITY = ['Low', 'Medium', 'High'];

/** Where a default says nothing, or the contrary of what the policy is called. */
const ASSIGNMENTS: readonly Assignment[] = [
  {
    policy: '6ddb1705-c8cf-450e-aa4b-19ad6703c440',
    values: [{ isolationMode: 'AllowOnlyApprovedOutbound' }],
    why: 'it is called “should use Allow Only Approved Outbound”, and asks for “Disabled” by default',
  },
  {
    policy: '930f48f9-f07e-427c-9494-52603581c6a9',
    check: 'azure.cognitive-services.deployment-harm-filters',
    values: HARMS.map((filterName) => ({
      filterName,
      allowedSeveritiesForPrompt: ANY_SEVERITY,
      allowedSeveritiesForCompletion: ANY_SEVERITY,
    })),
    why: 'whether each harm is blocked on both sides; from which severity on is asked by another check',
  },
  {
    policy: '930f48f9-f07e-427c-9494-52603581c6a9',
    check: 'azure.cognitive-services.deployment-harm-threshold',
    values: HARMS.map((filterName) => ({
      filterName,
      allowedSeveritiesForPrompt: ['Low', 'Medium'],
      allowedSeveritiesForCompletion: ['Low', 'Medium'],
      allowedEnabledForPrompt: EITHER,
      allowedEnabledForCompletion: EITHER,
      allowedBlockingForPrompt: EITHER,
      allowedBlockingForCompletion: EITHER,
    })),
    why: 'from which severity on a harm is filtered; whether it is blocked is asked by another check',
  },
  {
    policy: 'f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e',
    check: 'azure.cognitive-services.deployment-jailbreak-shield',
    values: [{ filterName: 'Jailbreak' }],
    why: 'one assignment is about one filter',
  },
  {
    policy: 'f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e',
    check: 'azure.cognitive-services.deployment-indirect-attack-shield',
    values: [{ filterName: 'Indirect Attack' }],
    why: 'one assignment is about one filter',
  },
  {
    policy: 'af253d37-136a-42f8-a1fc-30010c083d41',
    check: 'azure.cognitive-services.deployment-protected-material',
    values: [{ filterName: 'Protected Material Text' }, { filterName: 'Protected Material Code' }],
    why: 'one assignment is about one filter',
  },
  {
    policy: '12e5dd16-d201-47ff-849b-8454061c293d',
    check: 'azure.machine-learning.deployment-approved-model',
    values: [{ allowedAssetIds: ['azureml://registries/azureml-meta/'] }],
    why: 'the examples of the check are of an organisation that allows the models of this registry',
  },
  {
    policy: '19539b54-c61e-4196-9a38-67598701be90',
    check: 'azure.machine-learning.deployment-approved-model',
    values: [{ allowedRegistryName: 'azureml-meta' }],
    why: 'the examples of the check are of an organisation that allows the models of this registry',
  },
  {
    policy: 'c1ad46c6-37f8-4af0-9c71-c208375c87dd',
    values: [{ raiPolicyMode: ['Default'] }],
    why: 'by default it allows every mode that it knows',
  },
];

/** How the policy is assigned for the check: once with its defaults, unless something else is said. */
export function assignmentsOf(policy: string, check: string): readonly Assigned[] {
  const found = ASSIGNMENTS.find((one) => one.policy === policy && (one.check ?? check) === check);
  return found?.values ?? [{}];
}
