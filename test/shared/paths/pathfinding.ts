/** What kind of path it is, as the project names it. */
export type Kind = 'self-escalation' | 'principal-access' | 'new-passrole' | 'existing-passrole';

export interface PermissionSet {
  readonly id: string;
  readonly kind: Kind;
  readonly actions: readonly string[];
}

const row = (id: string, kind: Kind, ...actions: string[]): PermissionSet => ({ id, kind, actions });

const PASS = 'iam:PassRole';

/** The permission sets of pathfinding.cloud as of December 2025. */
export const PERMISSION_SETS: readonly PermissionSet[] = [
  row('apprunner-001', 'new-passrole', PASS, 'apprunner:CreateService'),
  row('apprunner-002', 'existing-passrole', 'apprunner:UpdateService'),
  row(
    'bedrock-001',
    'new-passrole',
    PASS,
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ),
  row(
    'bedrock-002',
    'existing-passrole',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ),
  row('cloudformation-001', 'new-passrole', PASS, 'cloudformation:CreateStack'),
  row('cloudformation-002', 'existing-passrole', 'cloudformation:UpdateStack'),
  row(
    'cloudformation-003',
    'new-passrole',
    PASS,
    'cloudformation:CreateStackSet',
    'cloudformation:CreateStackInstances',
  ),
  row('cloudformation-004', 'new-passrole', PASS, 'cloudformation:UpdateStackSet'),
  row(
    'cloudformation-005',
    'existing-passrole',
    'cloudformation:CreateChangeSet',
    'cloudformation:ExecuteChangeSet',
  ),
  row('codebuild-001', 'new-passrole', PASS, 'codebuild:CreateProject', 'codebuild:StartBuild'),
  row('codebuild-002', 'existing-passrole', 'codebuild:StartBuild'),
  row('codebuild-003', 'existing-passrole', 'codebuild:StartBuildBatch'),
  row('codebuild-004', 'new-passrole', PASS, 'codebuild:CreateProject', 'codebuild:StartBuildBatch'),
  row(
    'datapipeline-001',
    'new-passrole',
    PASS,
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ),
  row('ec2-001', 'new-passrole', PASS, 'ec2:RunInstances'),
  row(
    'ec2-002',
    'existing-passrole',
    'ec2:ModifyInstanceAttribute',
    'ec2:StopInstances',
    'ec2:StartInstances',
  ),
  row('ec2-003', 'new-passrole', PASS, 'ec2:RequestSpotInstances'),
  row('ec2-004', 'existing-passrole', 'ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'),
  // Listed with ec2:DescribeInstances, which finds the machine and opens nothing.
  row('ec2instanceconnect-003', 'existing-passrole', 'ec2-instance-connect:SendSSHPublicKey'),
  row(
    'ecs-001',
    'new-passrole',
    PASS,
    'ecs:CreateCluster',
    'ecs:RegisterTaskDefinition',
    'ecs:CreateService',
  ),
  row('ecs-002', 'new-passrole', PASS, 'ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  row('ecs-003', 'new-passrole', PASS, 'ecs:RegisterTaskDefinition', 'ecs:CreateService'),
  row('ecs-004', 'new-passrole', PASS, 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  row('ecs-005', 'new-passrole', PASS, 'ecs:RegisterTaskDefinition', 'ecs:StartTask'),
  row('glue-001', 'new-passrole', PASS, 'glue:CreateDevEndpoint'),
  row('glue-002', 'existing-passrole', 'glue:UpdateDevEndpoint'),
  row('glue-003', 'new-passrole', PASS, 'glue:CreateJob', 'glue:StartJobRun'),
  row('glue-004', 'new-passrole', PASS, 'glue:CreateJob', 'glue:CreateTrigger'),
  row('glue-005', 'new-passrole', PASS, 'glue:UpdateJob', 'glue:StartJobRun'),
  row('glue-006', 'new-passrole', PASS, 'glue:UpdateJob', 'glue:CreateTrigger'),
  row('iam-001', 'self-escalation', 'iam:CreatePolicyVersion'),
  row('iam-002', 'principal-access', 'iam:CreateAccessKey'),
  row('iam-003', 'principal-access', 'iam:DeleteAccessKey', 'iam:CreateAccessKey'),
  row('iam-004', 'principal-access', 'iam:CreateLoginProfile'),
  row('iam-005', 'self-escalation', 'iam:PutRolePolicy'),
  row('iam-006', 'principal-access', 'iam:UpdateLoginProfile'),
  row('iam-007', 'self-escalation', 'iam:PutUserPolicy'),
  row('iam-008', 'self-escalation', 'iam:AttachUserPolicy'),
  row('iam-009', 'self-escalation', 'iam:AttachRolePolicy'),
  row('iam-010', 'self-escalation', 'iam:AttachGroupPolicy'),
  row('iam-011', 'self-escalation', 'iam:PutGroupPolicy'),
  row('iam-012', 'principal-access', 'iam:UpdateAssumeRolePolicy'),
  row('iam-013', 'self-escalation', 'iam:AddUserToGroup'),
  row('iam-014', 'principal-access', 'iam:AttachRolePolicy', 'sts:AssumeRole'),
  row('iam-015', 'principal-access', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'),
  row('iam-016', 'principal-access', 'iam:CreatePolicyVersion', 'sts:AssumeRole'),
  row('iam-017', 'principal-access', 'iam:PutRolePolicy', 'sts:AssumeRole'),
  row('iam-018', 'principal-access', 'iam:PutUserPolicy', 'iam:CreateAccessKey'),
  row('iam-019', 'principal-access', 'iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'),
  row('iam-020', 'principal-access', 'iam:CreatePolicyVersion', 'iam:UpdateAssumeRolePolicy'),
  row('iam-021', 'principal-access', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'),
  row('lambda-001', 'new-passrole', PASS, 'lambda:CreateFunction', 'lambda:InvokeFunction'),
  row('lambda-002', 'new-passrole', PASS, 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'),
  row('lambda-003', 'existing-passrole', 'lambda:UpdateFunctionCode'),
  row('lambda-004', 'existing-passrole', 'lambda:UpdateFunctionCode', 'lambda:InvokeFunction'),
  row('lambda-005', 'existing-passrole', 'lambda:UpdateFunctionCode', 'lambda:AddPermission'),
  row('lambda-006', 'new-passrole', PASS, 'lambda:CreateFunction', 'lambda:AddPermission'),
  row('sagemaker-001', 'new-passrole', PASS, 'sagemaker:CreateNotebookInstance'),
  row('sagemaker-002', 'new-passrole', PASS, 'sagemaker:CreateTrainingJob'),
  row('sagemaker-003', 'new-passrole', PASS, 'sagemaker:CreateProcessingJob'),
  row('sagemaker-004', 'existing-passrole', 'sagemaker:CreatePresignedNotebookInstanceUrl'),
  row(
    'sagemaker-005',
    'existing-passrole',
    'sagemaker:CreateNotebookInstanceLifecycleConfig',
    'sagemaker:StopNotebookInstance',
    'sagemaker:UpdateNotebookInstance',
    'sagemaker:StartNotebookInstance',
  ),
  row('ssm-001', 'existing-passrole', 'ssm:StartSession'),
  row('ssm-002', 'existing-passrole', 'ssm:SendCommand'),
  row('sts-001', 'principal-access', 'sts:AssumeRole'),
];

/** The ids of the sets that lie within these permissions. */
export const setsWithin = (actions: readonly string[]): string[] =>
  PERMISSION_SETS.filter((set) => set.actions.every((action) => actions.includes(action))).map(
    ({ id }) => id,
  );
