import { role } from '#shared/assets/aws/iam.ts';
import { allOf, anyIn, oneOf, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const GLUE = 'glue.amazonaws.com';
const JOBS = anyIn('arn:aws:glue:*:{account}:job/*');

export default technique(role, {
  title: 'Only who has what a role has can run a Glue job as it',
  gains: 'a script or a development endpoint of one’s own that works as the role',
  by: 'principal',
  needs: [
    passTo(GLUE),
    oneOf(
      permission('glue:CreateDevEndpoint', { on: anyIn('*') }),
      allOf(
        oneOf(permission('glue:CreateJob', { on: JOBS }), permission('glue:UpdateJob', { on: JOBS })),
        oneOf(
          permission('glue:StartJobRun', { on: JOBS }),
          permission('glue:CreateTrigger', { on: anyIn('arn:aws:glue:*:{account}:trigger/*') }),
        ),
      ),
    ),
  ],
  applies: trusts(GLUE),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: [
    'pathfinding glue-001',
    'pathfinding glue-003',
    'pathfinding glue-004',
    'pathfinding glue-005',
    'pathfinding glue-006',
  ],
  why: 'A job runs any script that it is given, new or put into a job that is there, at once or by a trigger.',
  fix: passRoleFix(GLUE),
  source:
    'Service Authorization Reference, AWS Glue: CreateJob, UpdateJob, StartJobRun, CreateTrigger, CreateDevEndpoint; pathfinding.cloud glue-001, glue-003 to glue-006',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
