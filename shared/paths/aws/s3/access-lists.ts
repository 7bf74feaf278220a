import { all, field, not, type Predicate, some } from '#shared/model/predicate.ts';

const ABSENT = 'PublicAccessBlockConfiguration: what is not set blocks nothing';

/** The bucket's access list gives everybody, or everybody with an account of AWS, one of these. */
export const givesEverybody = (...permissions: readonly string[]): Predicate =>
  all(
    some(
      'Grants',
      all(
        field('Grantee.URI')
          .absentIs('', 'Grantee.URI: of groups alone')
          .matches(/\/(?:AllUsers|AuthenticatedUsers)$/),
        field('Permission').isOneOf(...permissions),
      ),
      { absentIsEmpty: 'the connector leaves it out where ownership makes access lists void' },
    ),
    not(field('PublicAccessBlockConfiguration.IgnorePublicAcls').absentIs(false, ABSENT).is(true)),
    not(field('AccountPublicAccessBlockConfiguration.IgnorePublicAcls').absentIs(false, ABSENT).is(true)),
  );
