import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

/** Source: Lambda Developer Guide, “Lambda runtimes”, deprecated runtimes. */
const DEPRECATED =
  /^(?:nodejs(?:4\.3(?:-edge)?|6\.10|8\.10|1[0-9]\.x|20\.x)?|python(?:2\.7|3\.[6-9])|dotnetcore.*|dotnet6|ruby2\.\d|ruby3\.2|java8|go1\.x|provided)$/;

export default check(lambdaFunction, {
  title: 'Lambda functions of AI workloads run on a supported runtime',
  severity: 'medium',
  applies: not(
    field('PackageType')
      .absentIs('Zip', 'FunctionConfiguration: PackageType is Image for container images, Zip for archives')
      .is('Image'),
  ),
  fails: field('Runtime').matches(DEPRECATED),
  why: 'A deprecated runtime gets no security patches any more, and what an agent is told reaches the code that runs on it.',
  fix: {
    console: 'In Lambda, edit the “Runtime settings” of the function and choose a current runtime.',
    cli: 'aws lambda update-function-configuration --function-name … --runtime python3.13',
    cloudformation: { Runtime: 'python3.13' },
  },
  source: 'ListFunctions response, @aws-sdk/client-lambda; Lambda Developer Guide, “Lambda runtimes”',
  frameworks: { 'aws-security-hub': ['Lambda.2'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.agent-lambda-deprecated-runtime'], 'aws-samples': ['FS-52'] },
  examples: {
    pass: [{ Runtime: 'python3.13' }],
    fail: [{ Runtime: 'python3.9' }, { Runtime: 'nodejs18.x', PackageType: 'Zip' }],
    unknown: [{}, { Runtime: 'cobol85' }],
    notApplicable: [{ PackageType: 'Image' }],
  },
});
