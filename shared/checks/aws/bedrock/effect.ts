import { all, any, field, none, not, type Predicate } from '#shared/model/predicate.ts';

/**
 * What a part of a guardrail does when it finds something. Without an action it blocks, and without a switch it
 * is on: `inputAction` and `inputEnabled` were added beside filters that did nothing else.
 */
export const BLOCKS = 'aws-bedrock-alpha of the AWS CDK, ContentFilter: inputAction defaults to BLOCK';
export const IS_ON = 'aws-bedrock-alpha of the AWS CDK, ContentFilter: inputEnabled defaults to true';
export const UNCONFIGURED = 'GetGuardrail: a policy that was not configured is left out';

type Direction = 'input' | 'output';

/** In the one direction, what is found is blocked or masked, and not merely noted. */
export const acts = (direction: Direction): Predicate =>
  all(
    field(`${direction}Action`).absentIs('BLOCK', BLOCKS).isNot('NONE'),
    field(`${direction}Enabled`).absentIs(true, IS_ON).is(true),
  );

/** A filter that is present and, in that direction, only looks on. */
export const looksOn = (direction: Direction): Predicate => not(acts(direction));

/** No part in the list acts in either direction. */
export const noneActs = (path: string, where?: Predicate): Predicate =>
  none(path, where ? all(where, any(acts('input'), acts('output'))) : any(acts('input'), acts('output')), {
    absentIsEmpty: UNCONFIGURED,
  });

/** No filter of the type acts in the direction with at least such a strength. */
export const lacksFilter = (
  type: string,
  direction: Direction,
  ...strengths: ('LOW' | 'MEDIUM' | 'HIGH')[]
): Predicate =>
  none(
    'contentPolicy.filters',
    all(field('type').is(type), field(`${direction}Strength`).isOneOf(...strengths), acts(direction)),
    { absentIsEmpty: UNCONFIGURED },
  );
