import { codeInterpreter } from '#shared/assets/aws/bedrock-agentcore.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(codeInterpreter, {
  title: 'Only who has what its role has can run code in a code interpreter',
  gains: 'code of one’s own that runs as the role of the interpreter',
  by: 'principal',
  needs: [
    permission('bedrock-agentcore:StartCodeInterpreterSession'),
    permission('bedrock-agentcore:InvokeCodeInterpreter'),
  ],
  applies: field('executionRoleArn').isPresent(),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-11', 'pathfinding bedrock-002'],
  why: 'The session runs any code that it is sent, and code reads the credentials of the role from the metadata service. AWS advises to give the role no more than those who invoke it have.',
  fix: {
    console:
      'Give the interpreter a role with no more than its callers have, or allow the two actions on this interpreter to its agent alone.',
    cli: 'aws iam put-role-policy --role-name … --policy-name own-interpreter --policy-document file://own-interpreter.json',
    cloudformation: {
      Effect: 'Allow',
      Action: ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'],
      Resource: 'arn:aws:bedrock-agentcore:…:…:code-interpreter-custom/…',
    },
  },
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: StartCodeInterpreterSession, InvokeCodeInterpreter; pathfinding.cloud bedrock-002',
  frameworks: { 'mitre-atlas': ['AML.T0050'], 'owasp-agentic-2026': ['ASI03', 'ASI05'] },
});
