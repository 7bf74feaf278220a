import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { combination, reaches, worksFor } from '../../combination.ts';

export default combination(agentRuntime, {
  title: 'No other account pushes the image of an agent that gets at stored credentials',
  severity: 'critical',
  facts: [
    worksFor('other accounts', 'aws.bedrock-agentcore.replace-image'),
    reaches('credentials-vault', 'high-privilege-role'),
  ],
  why: 'A tag that can be moved is code that somebody of another account chooses, and it starts beside the tokens of every service that the agent signs in to.',
  fix: {
    console: 'Make tags of the repository immutable, and take pushing out of its policy for other accounts.',
    cli: 'aws ecr put-image-tag-mutability --repository-name … --image-tag-mutability IMMUTABLE',
    cloudformation: { ImageTagMutability: 'IMMUTABLE' },
  },
  source: 'Repository.imageTagMutability, @aws-sdk/client-ecr; technique aws.bedrock-agentcore.replace-image',
  frameworks: { 'mitre-atlas': ['AML.T0010'] },
});
