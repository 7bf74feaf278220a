import { SECRET_KINDS } from '#shared/assets/secret-kinds.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { any, field, judgedBy, type Predicate, some } from '#shared/model/predicate.ts';
import { FLOATING } from './asset-references.ts';

/** Where a job keeps what it is, and a schedule the job that it makes. */
export const JOB = 'properties';
export const SCHEDULED_JOB = 'properties.action.jobDefinition';

const OPTIONAL =
  'CommandJob, SweepJob, PipelineJob and AutoMLJob of @azure/arm-machinelearning: which fields there are, jobType says';

const isSecret = (path: string): Predicate => field(path).isOneOf(...SECRET_KINDS);

const someSecretAmong = (path: string): Predicate =>
  some(path, isSecret('$redacted'), { absentIsEmpty: OPTIONAL });

const isSecretWhereThere = (path: string): Predicate =>
  field(path)
    .absentIs(null, OPTIONAL)
    .isOneOf(...SECRET_KINDS);

/** A variable of the job, of each trial of a sweep or of a step of a pipeline, or a setting of Spark, is a secret. */
export const hasSecretInEnvironment = (definition: string): Predicate =>
  any(
    someSecretAmong(`${definition}.environmentVariables`),
    someSecretAmong(`${definition}.trial.environmentVariables`),
    some(
      `${definition}.jobs`,
      some('environment_variables', isSecret('$redacted'), { absentIsEmpty: OPTIONAL }),
      { absentIsEmpty: OPTIONAL },
    ),
    someSecretAmong(`${definition}.conf`),
  );

/** A secret stands in what is run: in a command, in arguments, in a literal input, or in options of the container. */
export const hasSecretInCommand = (definition: string): Predicate =>
  any(
    isSecretWhereThere(`${definition}.command.$redacted`),
    isSecretWhereThere(`${definition}.args.$redacted`),
    isSecretWhereThere(`${definition}.trial.command.$redacted`),
    some(`${definition}.inputs`, isSecretWhereThere('value.$redacted'), { absentIsEmpty: OPTIONAL }),
    ...[definition, `${definition}.trial`].map((of) =>
      someOption(of, 'a secret among the options of the container', DROPPED_SECRET),
    ),
  );

/** What is kept in the place of a value that looked like a secret. */
const DROPPED_SECRET = /\(not kept: /;

/** Options of `docker run` that take the walls between the container and its node away. */
const UNCONFINED =
  /(?:^| )(?:--privileged(?!=false)|--cap-add[= ](?:all|(?:cap_)?sys_(?:admin|module|ptrace))|--pid[= ]host|--security-opt[= ]\S*unconfined)\b|\/docker\.sock\b/i;

export const isUnconfined = (definition: string): Predicate =>
  any(
    ...[definition, `${definition}.trial`].map((of) =>
      someOption(of, 'options that let the container reach its node', UNCONFINED),
    ),
  );

/** The options come as one text, or in a list. */
function someOption(definition: string, what: string, pattern: RegExp): Predicate {
  const paths = ['dockerArgs', 'dockerArgsList'].map((key) => `${definition}.resources.${key}`);
  return judgedBy({
    sentence: `\`${paths.join('` or `')}\` holds ${what}`,
    reads: paths,
    judge: ({ config }) => {
      const found = paths.map((path) => [path, optionsAt(config, path)] as const);
      const matching = found.filter(([, options]) => pattern.test(options));
      const expected = `not ${what}`;
      return {
        truth: matching.length > 0,
        evidence: (matching.length > 0 ? matching : found).map(
          ([path, options]): Evidence =>
            options === ''
              ? { path, state: 'absent', expected }
              : { path, state: 'read', found: options, expected },
        ),
      };
    },
  });
}

function optionsAt(config: Json, path: string): string {
  const options = path
    .split('.')
    .reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), config);
  return Array.isArray(options) ? options.join(' ') : typeof options === 'string' ? options : '';
}

/** The environment is whatever a label leads to by then. */
export const hasFloatingEnvironment = (definition: string): Predicate =>
  any(
    ...[definition, `${definition}.trial`].map((of) =>
      field(`${of}.environmentId`).absentIs(null, OPTIONAL).matches(FLOATING),
    ),
  );

export const identityType = (definition: string) =>
  field(`${definition}.identity.identityType`).absentIs(
    'AMLToken',
    'JobBaseProperties.identity of @azure/arm-machinelearning: none is the token of the workspace',
  );
