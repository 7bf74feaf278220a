import { agent, knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { field, some } from '#shared/model/predicate.ts';
import { combination, config, usedBy, works } from '../../combination.ts';

export default combination(knowledgeBase, {
  title: 'No knowledge base that others can write feeds an agent that acts without asking',
  severity: 'high',
  facts: [
    works('aws.bedrock.poison-knowledge-base'),
    usedBy(
      agent,
      'bedrock:Retrieve',
      config(
        some('actionFunctions', field('requireConfirmation').isNot('ENABLED'), {
          absentIsEmpty: 'the connector reads none where there are none',
        }),
      ),
    ),
  ],
  why: 'A document that somebody puts into the source is what the agent believes, and a tool that asks nobody for confirmation does what the document says.',
  fix: {
    console:
      'Ask for confirmation before tools that change something, and let only the pipeline write the documents.',
    cli: 'aws bedrock-agent update-agent-action-group … --function-schema file://with-confirmation.json',
    cloudformation: { RequireConfirmation: 'ENABLED' },
  },
  source:
    'Function.requireConfirmation, @aws-sdk/client-bedrock-agent; technique aws.bedrock.poison-knowledge-base',
  frameworks: { 'mitre-atlas': ['AML.T0070', 'AML.T0053'], 'owasp-agentic-2026': ['ASI01'] },
});
