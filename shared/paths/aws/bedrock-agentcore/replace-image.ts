import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relatedResources, technique } from '../../technique.ts';
import { taggedRepositoriesAt } from '../places.ts';
import { imageFix, isOverwritable, pushTo } from '../push-image.ts';

export default technique(agentRuntime, {
  title: 'Only what builds it can replace the image of an AgentCore runtime',
  gains: 'an agent of one’s own in place of it, as its role',
  by: 'principal',
  needs: pushTo(taggedRepositoriesAt('agentRuntimeArtifact.containerConfiguration.containerUri')),
  applies: isOverwritable,
  holds: 'control',
  meant: relatedResources('assumes'),
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-03'],
  why: 'A tag is a name that can be given to another image. What the tag names when the image is pulled is what speaks to the users of the agent.',
  fix: imageFix,
  source:
    'ContainerConfiguration.containerUri, @aws-sdk/client-bedrock-agentcore-control; Repository.imageTagMutability, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-agentic-2026': ['ASI04'] },
});
