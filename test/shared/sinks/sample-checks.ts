import { type AssetType, assetType } from '#shared/model/asset-type.ts';
import { type Check, check, type Fix, type Frameworks } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';

/** Asset types and checks for documents to be made from. They show; they judge nothing. */
const kind = (id: Parameters<typeof assetType>[0], title: string, nativeType: string): AssetType =>
  assetType(id, {
    title,
    nativeType,
    placement: 'region',
    config: JsonObject,
    shape: { package: 'sample', type: nativeType },
  });

export const SAMPLE_TYPES = {
  notebook: kind(
    'aws.sagemaker.notebook-instance',
    'SageMaker notebook instance',
    'AWS::SageMaker::NotebookInstance',
  ),
  model: kind('aws.sagemaker.model', 'SageMaker model', 'AWS::SageMaker::Model'),
  endpoint: kind('aws.sagemaker.endpoint', 'SageMaker endpoint', 'AWS::SageMaker::Endpoint'),
  agent: kind('aws.bedrock.agent', 'Bedrock agent', 'AWS::Bedrock::Agent'),
  knowledgeBase: kind('aws.bedrock.knowledge-base', 'Bedrock knowledge base', 'AWS::Bedrock::KnowledgeBase'),
  logging: kind(
    'aws.bedrock.invocation-logging',
    'Bedrock model invocation logging',
    'AWS::Bedrock::ModelInvocationLogging',
  ),
  bucket: kind('aws.s3.bucket', 'S3 bucket', 'AWS::S3::Bucket'),
  role: kind('aws.iam.role', 'IAM role', 'AWS::IAM::Role'),
  account: kind(
    'azure.cognitiveservices.account',
    'Azure AI services account',
    'Microsoft.CognitiveServices/accounts',
  ),
  deployment: kind(
    'azure.cognitiveservices.deployment',
    'Azure AI deployment',
    'Microsoft.CognitiveServices/accounts/deployments',
  ),
  workspace: kind(
    'azure.machinelearning.workspace',
    'Azure ML workspace',
    'Microsoft.MachineLearningServices/workspaces',
  ),
  onlineEndpoint: kind(
    'azure.machinelearning.online-endpoint',
    'Azure ML online endpoint',
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  ),
  vertexEndpoint: kind('gcp.aiplatform.endpoint', 'Vertex AI endpoint', 'aiplatform.googleapis.com/Endpoint'),
  vertexModel: kind('gcp.aiplatform.model', 'Vertex AI model', 'aiplatform.googleapis.com/Model'),
  workbench: kind(
    'gcp.notebooks.instance',
    'Vertex AI Workbench instance',
    'notebooks.googleapis.com/Instance',
  ),
  storage: kind('gcp.storage.bucket', 'Cloud Storage bucket', 'storage.googleapis.com/Bucket'),
} as const;

export interface SampleCheck {
  readonly check: Check;
  readonly evidence: readonly Evidence[];
}

function sample(
  id: string,
  type: AssetType,
  severity: Severity,
  title: string,
  why: string,
  evidence: readonly Evidence[],
  fix: Fix,
  frameworks: Frameworks = {},
): SampleCheck {
  const declared = check(type, {
    title,
    severity,
    fails: failsAs(evidence[0]),
    why,
    fix,
    source: 'sample',
    frameworks,
    examples: { pass: [{}], fail: [{}] },
  });
  return { check: { id, ...declared }, evidence };
}

/** The predicate that would have given such evidence. */
function failsAs(evidence: Evidence | undefined) {
  const found = evidence?.found;
  const deciding = field(evidence?.path ?? 'name');
  return typeof found === 'string' || typeof found === 'boolean' ? deciding.is(found) : deciding.isAbsent();
}

const read = (path: string, found: Evidence['found'], expected: string): Evidence =>
  found === undefined ? { path, state: 'absent', expected } : { path, state: 'read', found, expected };

const t = SAMPLE_TYPES;

export const SAMPLE_CHECKS: readonly SampleCheck[] = [
  sample(
    'aws.s3.public-access-block',
    t.bucket,
    'critical',
    'Buckets that feed or store models block public access',
    'Anybody who may read training data or model artifacts can copy the model, and anybody who may write them can poison it.',
    [
      read('PublicAccessBlockConfiguration.BlockPublicAcls', false, 'is true'),
      read('PublicAccessBlockConfiguration.BlockPublicPolicy', false, 'is true'),
    ],
    {
      console:
        'S3 › the bucket › Permissions › Block public access › Edit › turn on “Block all public access”.',
      cli: 'aws s3api put-public-access-block --bucket NAME \\\n  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      cloudformation: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
      terraform:
        'resource "aws_s3_bucket_public_access_block" "models" {\n  bucket                  = aws_s3_bucket.models.id\n  block_public_acls       = true\n  block_public_policy     = true\n  ignore_public_acls      = true\n  restrict_public_buckets = true\n}',
    },
    { 'aws-security-hub': ['S3.8'], 'mitre-atlas': ['AML.T0020'], 'owasp-llm-2026': ['LLM04'] },
  ),
  sample(
    'aws.iam.role-ai-administrator',
    t.role,
    'critical',
    'Roles that AI services assume do not hold administrator access',
    'Whoever gets code to run in a notebook, a training job or an agent’s action has every right of its role.',
    [
      read(
        'AttachedPolicies[0].PolicyArn',
        'arn:aws:iam::aws:policy/AdministratorAccess',
        'is not “arn:aws:iam::aws:policy/AdministratorAccess”',
      ),
    ],
    {
      console:
        'IAM › Roles › the role › Permissions › detach AdministratorAccess and attach a policy with the actions it uses (Access Advisor shows them).',
      cli: 'aws iam detach-role-policy --role-name NAME --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
    },
    { 'mitre-atlas': ['AML.T0012'] },
  ),
  sample(
    'aws.sagemaker.notebook-direct-internet',
    t.notebook,
    'high',
    'SageMaker notebook instances have no direct internet access',
    'Code in the notebook can send data to any host, past the VPC where you would see it.',
    [read('DirectInternetAccess', 'Enabled', 'is not “Enabled”')],
    {
      console: 'Recreate the notebook with “Direct internet access” disabled and a subnet selected.',
      cli: 'aws sagemaker create-notebook-instance --direct-internet-access Disabled --subnet-id SUBNET',
      cloudformation: { DirectInternetAccess: 'Disabled' },
    },
    { 'aws-security-hub': ['SageMaker.1'], 'mitre-atlas': ['AML.T0025'] },
  ),
  sample(
    'aws.sagemaker.notebook-root-access',
    t.notebook,
    'high',
    'SageMaker notebook users have no root access',
    'A user with root can read other users’ credentials on the instance and switch off its controls.',
    [read('RootAccess', 'Enabled', 'is “Disabled”')],
    {
      console: 'Stop the notebook, edit it, and disable root access.',
      cli: 'aws sagemaker update-notebook-instance --notebook-instance-name NAME --root-access Disabled',
      cloudformation: { RootAccess: 'Disabled' },
    },
    { 'aws-security-hub': ['SageMaker.3'] },
  ),
  sample(
    'aws.bedrock.invocation-logging-enabled',
    t.logging,
    'high',
    'Bedrock model invocations are logged',
    'Without the log nobody can say what was asked of a model, by whom, or what it gave away.',
    [read('loggingConfig', undefined, 'is set')],
    {
      console: 'Bedrock › Settings › Model invocation logging › turn on, choose S3 or CloudWatch Logs.',
      cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config file://logging.json',
    },
    { 'aws-security-hub': ['Bedrock.1'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  ),
  sample(
    'aws.bedrock.agent-guardrail',
    t.agent,
    'high',
    'Bedrock agents are guarded by a guardrail',
    'An agent without one passes prompt injections on to its tools, and what the tools return to its user.',
    [read('guardrailConfiguration.guardrailIdentifier', undefined, 'is set')],
    {
      console:
        'Bedrock › Agents › the agent › Edit in builder › Guardrail details › select one, then prepare.',
      cli: 'aws bedrock-agent update-agent --agent-id ID --guardrail-configuration guardrailIdentifier=ID,guardrailVersion=1 …',
      cloudformation: { GuardrailConfiguration: { GuardrailIdentifier: 'GUARDRAIL', GuardrailVersion: '1' } },
    },
    { 'owasp-agentic-2026': ['ASI01'], 'owasp-llm-2026': ['LLM01'] },
  ),
  sample(
    'aws.sagemaker.model-network-isolation',
    t.model,
    'medium',
    'SageMaker models run in network isolation',
    'A model’s container that may call out can leak each request it serves.',
    [read('EnableNetworkIsolation', false, 'is true')],
    {
      console: 'Create the model again with network isolation enabled.',
      cli: 'aws sagemaker create-model --enable-network-isolation …',
      cloudformation: { EnableNetworkIsolation: true },
    },
    { 'aws-security-hub': ['SageMaker.5'] },
  ),
  sample(
    'aws.bedrock.knowledge-base-customer-key',
    t.knowledgeBase,
    'medium',
    'Bedrock knowledge bases encrypt with a key of the customer',
    'With a key of your own you decide, and can see, who decrypts what was ingested.',
    [read('dataSources[0].serverSideEncryptionConfiguration.kmsKeyArn', undefined, 'is set')],
    {
      console: 'Bedrock › Knowledge bases › the data source › Advanced settings › KMS key.',
      cli: 'aws bedrock-agent update-data-source --server-side-encryption-configuration kmsKeyArn=ARN …',
    },
  ),
  sample(
    'aws.sagemaker.endpoint-data-capture',
    t.endpoint,
    'low',
    'SageMaker endpoints capture a sample of what they serve',
    'Drift and abuse show only in what the endpoint was really asked.',
    [read('DataCaptureConfig.EnableCapture', undefined, 'is true')],
    {
      console: 'Create an endpoint configuration with data capture and update the endpoint to it.',
      cli: 'aws sagemaker create-endpoint-config --data-capture-config file://capture.json …',
    },
  ),
  sample(
    'azure.cognitiveservices.account-public-network',
    t.account,
    'critical',
    'Azure AI services accounts are not open to every network',
    'Whoever holds a key can use the account from anywhere.',
    [
      read('properties.publicNetworkAccess', 'Enabled', 'is “Disabled”'),
      read('properties.networkAcls.defaultAction', undefined, 'is “Deny”'),
    ],
    {
      console:
        'The account › Networking › Firewalls and virtual networks › Disabled, with a private endpoint.',
      cli: 'az cognitiveservices account update --name NAME --resource-group GROUP --public-network-access Disabled',
      bicep: "properties: {\n  publicNetworkAccess: 'Disabled'\n  networkAcls: { defaultAction: 'Deny' }\n}",
      terraform: 'public_network_access_enabled = false',
    },
    { 'azure-policy': ['037eea7a-bd0a-46c5-9a66-03aea78705d3'], 'owasp-llm-2026': ['LLM10'] },
  ),
  sample(
    'azure.cognitiveservices.account-local-auth',
    t.account,
    'high',
    'Azure AI services accounts accept no keys',
    'A key names nobody, does not expire and is found in code; Entra ID tokens are, do and are not.',
    [read('properties.disableLocalAuth', false, 'is true')],
    {
      console:
        'Recreate or update the account with local authentication disabled and grant roles to its callers.',
      cli: 'az resource update --ids ID --set properties.disableLocalAuth=true',
      bicep: 'properties: {\n  disableLocalAuth: true\n}',
    },
    { 'azure-policy': ['71ef260a-8f18-47b7-abcb-62d0673d94dc'] },
  ),
  sample(
    'azure.cognitiveservices.deployment-jailbreak-filter',
    t.deployment,
    'high',
    'Azure OpenAI deployments block jailbreaks',
    'The filter that a deployment is bound to lets attempts to break the model’s rules through.',
    [read('raiPolicy.contentFilters[6].blocking', false, 'is true')],
    {
      console:
        'Azure AI Foundry › Guardrails + controls › Content filters › the filter › Prompt shields for jailbreak attacks: Annotate and block.',
      cli: 'az rest --method put --url ID/raiPolicies/NAME?api-version=2025-06-01 --body @policy.json',
    },
    { 'owasp-llm-2026': ['LLM01'], 'eu-ai-act': ['Art. 15'] },
  ),
  sample(
    'azure.machinelearning.workspace-public-network',
    t.workspace,
    'high',
    'Azure ML workspaces are reached over private networks only',
    'From the workspace one gets at its data stores, its keys and its compute.',
    [read('properties.publicNetworkAccess', 'Enabled', 'is “Disabled”')],
    {
      console: 'The workspace › Networking › Public access › Disabled.',
      cli: 'az ml workspace update --name NAME --resource-group GROUP --public-network-access Disabled',
      bicep: "properties: {\n  publicNetworkAccess: 'Disabled'\n}",
    },
  ),
  sample(
    'azure.machinelearning.endpoint-auth-mode',
    t.onlineEndpoint,
    'medium',
    'Azure ML online endpoints authenticate with tokens',
    'Endpoint keys name nobody and do not expire.',
    [read('properties.authMode', 'Key', 'is “AADToken”')],
    {
      console: 'Create the endpoint again with Microsoft Entra token authentication.',
      cli: 'az ml online-endpoint create --auth-mode aad_token …',
    },
  ),
  sample(
    'gcp.aiplatform.endpoint-private',
    t.vertexEndpoint,
    'high',
    'Vertex AI endpoints are reached over private networks',
    'A public endpoint is one leaked token away from everybody.',
    [
      read('network', undefined, 'is set'),
      read('privateServiceConnectConfig.enablePrivateServiceConnect', undefined, 'is true'),
    ],
    {
      console: 'Create the endpoint with Private Service Connect access and redeploy the model to it.',
      cli: 'gcloud ai endpoints create --region=REGION --network=NETWORK …',
      terraform:
        'resource "google_vertex_ai_endpoint" "serving" {\n  network = data.google_compute_network.ml.id\n}',
    },
    { 'mitre-atlas': ['AML.T0040'] },
  ),
  sample(
    'gcp.storage.bucket-public-prevention',
    t.storage,
    'critical',
    'Buckets of Vertex AI artifacts prevent public access',
    'One grant to allUsers publishes every model and data set in the bucket.',
    [read('iamConfiguration.publicAccessPrevention', 'inherited', 'is “enforced”')],
    {
      console: 'Cloud Storage › the bucket › Permissions › Prevent public access.',
      cli: 'gcloud storage buckets update gs://NAME --public-access-prevention',
      terraform: 'public_access_prevention = "enforced"',
    },
    { 'mitre-atlas': ['AML.T0020'] },
  ),
  sample(
    'gcp.notebooks.instance-public-ip',
    t.workbench,
    'high',
    'Workbench instances have no public IP address',
    'The instance can be scanned and attacked from the internet.',
    [read('gceSetup.disablePublicIp', undefined, 'is true')],
    {
      console: 'Create the instance again with “Assign external IP address” off.',
      cli: 'gcloud workbench instances create NAME --disable-public-ip …',
    },
  ),
  sample(
    'gcp.aiplatform.model-customer-key',
    t.vertexModel,
    'low',
    'Vertex AI models are encrypted with a key of the customer',
    'With a key of your own you decide, and can see, who decrypts the model.',
    [read('encryptionSpec.kmsKeyName', undefined, 'is set')],
    {
      console: 'Upload the model again with a customer-managed encryption key.',
      cli: 'gcloud ai models upload --encryption-kms-key-name=KEY …',
    },
  ),
  sample(
    'gcp.aiplatform.model-labels',
    t.vertexModel,
    'informational',
    'Vertex AI models name their owner',
    'A finding on a thing without an owner waits for one.',
    [read('labels.owner', undefined, 'is set')],
    {
      console: 'Vertex AI › Model Registry › the model › Edit › add the label owner.',
      cli: 'gcloud ai models update MODEL --update-labels=owner=TEAM',
    },
  ),
];
