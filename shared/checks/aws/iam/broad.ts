import { check, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import { allows, conditionKeys, reachesEverything, type Statement } from '../policies.ts';
import { narrowedTo, within } from './examples.ts';
import { hasFullAccess } from './full-access.ts';
import { grantsTo, holds } from './granted.ts';
import { ADMINISTRATOR, SOURCE, type Subject } from './subjects.ts';

const READS_ONLY = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' };

/** Invoking whatever model there is. */
export const everyModelCheck = ({
  type,
  lists,
  name,
  title,
  isNoAdministrator,
  thatMay,
  withPolicy,
}: Subject): UnnamedCheck =>
  check(type, {
    title: `${title} name the models that they invoke`,
    severity: 'low',
    applies: isNoAdministrator,
    fails: holds(
      lists,
      `a policy of the ${name} allows invoking every Bedrock model`,
      'the ARNs of the models or inference profiles that are used',
      (permissions) => {
        const isLimited = permissions.denials.some(
          ({ written, actions, condition }) =>
            written['NotResource'] !== undefined &&
            Object.keys(condition).length === 0 &&
            actions.some((action) => /^(?:\*|bedrock:(?:\*|Invoke\*?|InvokeModel\*))$/i.test(action)),
        );
        if (isLimited) return [];
        return permissions
          .giving(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])
          .filter(
            (statement) =>
              reachesEverything(
                statement,
                'arn:aws:bedrock:*::foundation-model/*',
                'arn:aws:bedrock:*:*:*',
              ) && conditionKeys(statement).length === 0,
          );
      },
    ),
    why: `The ${name} can call the dearest model there is, and ones that nobody has approved.`,
    fix: narrowedTo(
      {
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: 'arn:aws:bedrock:…::foundation-model/…',
      },
      name,
    ),
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
    peers: { union: ['aws.bedrock.invoke-principals-broad'] },
    examples: {
      pass: [
        thatMay({
          Effect: 'Allow',
          Action: 'bedrock:InvokeModel',
          Resource: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
        }),
        thatMay(
          { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' },
          {
            Effect: 'Deny',
            Action: 'bedrock:Invoke*',
            NotResource: 'arn:aws:bedrock:*::foundation-model/amazon.*',
          },
        ),
        within(thatMay({ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }), READS_ONLY),
      ],
      fail: [thatMay({ Effect: 'Allow', Action: 'bedrock:Invoke*', Resource: '*' })],
      unknown: [withPolicy('managed')],
      notApplicable: [thatMay(ADMINISTRATOR)],
    },
  });

/** Invoking whatever endpoint there is. */
export const everyEndpointCheck = ({
  type,
  lists,
  name,
  title,
  isNoAdministrator,
  thatMay,
  withPolicy,
}: Subject): UnnamedCheck =>
  check(type, {
    title: `${title} name the SageMaker endpoints that they invoke`,
    severity: 'medium',
    applies: isNoAdministrator,
    fails: grantsTo(
      lists,
      `a policy of the ${name} allows invoking every SageMaker endpoint`,
      'the ARNs of the endpoints that are used',
      ['sagemaker:InvokeEndpoint'],
      (statement) =>
        allows(statement, 'sagemaker:InvokeEndpoint') &&
        statement.resources.some(
          (resource) => resource === '*' || /:endpoint\/\*$|^arn:aws:sagemaker:\*:\*:\*$/.test(resource),
        ) &&
        conditionKeys(statement).length === 0,
    ),
    why: 'Every model that is deployed in the account answers: of one that holds other people’s data the answers leak it, and of all of them a thief can make copies.',
    fix: narrowedTo(
      {
        Effect: 'Allow',
        Action: 'sagemaker:InvokeEndpoint',
        Resource: 'arn:aws:sagemaker:…:…:endpoint/…',
      },
      name,
    ),
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0024'], 'owasp-ml-2023': ['ML05:2023'] },
    peers: { union: ['aws.sagemaker.invoke-principals-broad'] },
    examples: {
      pass: [
        thatMay({
          Effect: 'Allow',
          Action: 'sagemaker:InvokeEndpoint',
          Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/churn',
        }),
        thatMay(
          { Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' },
          { Effect: 'Deny', Action: 'sagemaker:Invoke*', Resource: '*' },
        ),
      ],
      fail: [
        thatMay({ Effect: 'Allow', Action: 'sagemaker:InvokeEndpoint', Resource: '*' }),
        thatMay({
          Effect: 'Allow',
          Action: 'sagemaker:Invoke*',
          Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/*',
        }),
      ],
      unknown: [withPolicy('managed')],
      notApplicable: [thatMay(ADMINISTRATOR)],
    },
  });

/** With `IfExists`, and with a negation, an Allow holds as well for a call that names no guardrail. */
const ASKS_FOR = /^(?:ForAnyValue:)?(?:String(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Equals|Like))$/i;
/** And a Deny only with a negation. */
const REFUSES_WITHOUT = /^(?:String|Arn)Not(?:Equals(?:IgnoreCase)?|Like)(?:IfExists)?$/i;

/** Whether a condition compares the guardrail by such an operator, or asks by `Null` whether one is named. */
const comparesGuardrail = ({ condition }: Statement, operators: RegExp, isNull: 'true' | 'false'): boolean =>
  Object.entries(condition).some(([operator, keys]) => {
    const values = keys['bedrock:guardrailidentifier'];
    if (values === undefined) return false;
    return operators.test(operator) || (/^Null$/i.test(operator) && values.includes(isNull));
  });

/** Invoking models past every guardrail. A Deny of calls without one is what AWS proposes. */
export const guardrailCheck = ({
  type,
  lists,
  name,
  title,
  isNoAdministrator,
  thatMay,
  withPolicy,
}: Subject): UnnamedCheck => {
  const guarded = {
    StringEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1:1' },
  };
  return check(type, {
    title: `${title} can invoke models only through a guardrail`,
    severity: 'low',
    applies: isNoAdministrator,
    fails: holds(
      lists,
      `a policy of the ${name} allows invoking Bedrock models without naming a guardrail`,
      'a condition on bedrock:GuardrailIdentifier',
      (permissions) => {
        const isEnforced = permissions.denials.some(
          (denial) =>
            comparesGuardrail(denial, REFUSES_WITHOUT, 'true') &&
            allows({ ...denial, effect: 'Allow' }, 'bedrock:InvokeModel') &&
            reachesEverything(denial, 'arn:aws:bedrock:*::foundation-model/*'),
        );
        if (isEnforced) return [];
        return permissions
          .giving(['bedrock:InvokeModel'])
          .filter((statement) => !comparesGuardrail(statement, ASKS_FOR, 'false'));
      },
    ),
    why: 'A guardrail that the caller may leave out protects against nobody who controls the caller.',
    fix: narrowedTo(
      {
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: '…',
        Condition: {
          StringEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:…:guardrail/…:1' },
        },
      },
      name,
    ),
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
    peers: { union: ['aws.bedrock.guardrail-iam-not-enforced'], 'aws-samples': ['BR-10'] },
    examples: {
      pass: [
        thatMay({ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*', Condition: guarded }),
        thatMay(
          { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' },
          {
            Effect: 'Deny',
            Action: 'bedrock:InvokeModel*',
            Resource: '*',
            Condition: { StringNotEquals: guarded.StringEquals },
          },
        ),
        thatMay(
          { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' },
          {
            Effect: 'Deny',
            Action: 'bedrock:InvokeModel*',
            Resource: '*',
            Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } },
          },
        ),
        thatMay(READS_ONLY),
      ],
      fail: [
        thatMay({
          Effect: 'Allow',
          Action: 'bedrock:InvokeModel',
          Resource: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
        }),
        // A call that names no guardrail passes this one.
        thatMay({
          Effect: 'Allow',
          Action: 'bedrock:InvokeModel',
          Resource: '*',
          Condition: { StringEqualsIfExists: guarded.StringEquals },
        }),
        // What is refused here is the guardrail.
        thatMay(
          { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' },
          { Effect: 'Deny', Action: 'bedrock:InvokeModel*', Resource: '*', Condition: guarded },
        ),
      ],
      unknown: [withPolicy('managed')],
      notApplicable: [thatMay(ADMINISTRATOR)],
    },
  });
};

/** Subscribing to whatever the marketplace offers, by an inline or by an attached policy. */
export const marketplaceCheck = (
  { type, lists, name, title, isNoAdministrator, thatMay, withPolicy }: Subject,
  kind: 'inline' | 'attached',
): UnnamedCheck => {
  const subscribing = { Effect: 'Allow', Action: 'aws-marketplace:Subscribe', Resource: '*' };
  const bound = {
    ...subscribing,
    Condition: { 'ForAllValues:StringEquals': { 'aws-marketplace:ProductId': ['p'] } },
  };
  const inline = (statement: typeof subscribing) => thatMay(statement);
  const attached = (statement: typeof subscribing) => withPolicy('buying', { Statement: [statement] });
  const [counted, other] = kind === 'inline' ? [inline, attached] : [attached, inline];
  return check(type, {
    title: `${title} have no ${kind === 'inline' ? 'inline' : 'managed'} policy that subscribes to any product of the marketplace`,
    severity: 'medium',
    applies: isNoAdministrator,
    fails: grantsTo(
      lists,
      `an ${kind} policy of the ${name} allows aws-marketplace:Subscribe to every product`,
      'a condition on aws-marketplace:ProductId',
      ['aws-marketplace:Subscribe'],
      (statement) =>
        allows(statement, 'aws-marketplace:Subscribe') &&
        reachesEverything(statement) &&
        !conditionKeys(statement).includes('aws-marketplace:productid'),
      kind,
    ),
    why: 'Subscribing is what opens third-party models in Bedrock: anybody’s model can be bought and used, at any price.',
    fix: narrowedTo(
      {
        ...subscribing,
        Condition: { 'ForAllValues:StringEquals': { 'aws-marketplace:ProductId': ['…'] } },
      },
      name,
    ),
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM03:2026'] },
    peers: kind === 'inline' ? INLINE_PEERS : MANAGED_PEERS,
    examples: {
      pass: [counted(bound), other(subscribing)],
      fail: [counted(subscribing)],
      ...(kind === 'attached' ? { unknown: [withPolicy('managed')] } : {}),
      notApplicable: [thatMay(ADMINISTRATOR)],
    },
  });
};

const INLINE_PEERS: Peers = {
  union: ['aws.iam.marketplace-subscribe-wildcard-inline'],
  prowler: ['iam_inline_policy_no_wildcard_marketplace_subscribe'],
  'aws-samples': ['BR-03'],
};
const MANAGED_PEERS: Peers = {
  union: ['aws.iam.marketplace-subscribe-wildcard-managed'],
  prowler: ['iam_policy_no_wildcard_marketplace_subscribe'],
  'aws-samples': ['BR-03'],
};

const POLICIES = {
  bedrock: [
    'AmazonBedrockFullAccess',
    'changing every agent, guardrail and logging setting of the account, including those that watch the caller itself',
  ],
  sagemaker: [
    'AmazonSageMakerFullAccess',
    'reading every model and notebook of the account, and starting jobs as its roles',
  ],
  'bedrock-agentcore': [
    'BedrockAgentCoreFullAccess',
    'running commands in every agent runtime, reading every memory, and taking every credential from the token vault',
  ],
} as const;

/** AWS’s policies that allow all of a service. */
export const fullAccessCheck = (
  { type, lists, name, title, thatMay, withPolicy }: Subject,
  service: keyof typeof POLICIES,
  peers: Peers,
): UnnamedCheck => {
  const [policy, allowed] = POLICIES[service];
  return check(type, {
    title: `${title} do not have ${policy}`,
    severity: 'high',
    fails: hasFullAccess(service, policy, lists, name),
    why: `It allows ${allowed}.`,
    fix: {
      console: `In IAM, open the ${name}, detach the policy, and attach one that names the actions that are used.`,
      cli: `aws iam detach-${name}-policy --${name}-name … --policy-arn arn:aws:iam::aws:policy/${policy}`,
      cloudformation: { ManagedPolicyArns: [] },
    },
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0081'], 'owasp-llm-2026': ['LLM03:2026'] },
    peers,
    examples: {
      pass: [thatMay(READS_ONLY), withPolicy('mine', { Statement: [] })],
      fail: [withPolicy(policy), thatMay({ Effect: 'Allow', Action: `${service}:*`, Resource: '*' })],
      unknown: [withPolicy('managed')],
    },
  });
};
