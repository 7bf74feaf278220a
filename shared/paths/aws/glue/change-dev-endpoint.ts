import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { trusts } from '../trust.ts';

/** Development endpoints are not in the inventory: that one works as the role is concluded from whom it trusts. */
export default technique(role, {
  title: 'Only who owns a Glue development endpoint can put a key on it',
  gains: 'a shell on an endpoint that works as the role',
  by: 'principal',
  needs: [permission('glue:UpdateDevEndpoint', { on: anyIn('arn:aws:glue:*:{account}:devEndpoint/*') })],
  applies: trusts('glue.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'medium',
  basis: 'inferred',
  reference: ['pathfinding glue-002'],
  why: 'The endpoint lets in whoever has a key on it, and hands the credentials of its role to who is in.',
  fix: narrowed(
    'Delete development endpoints, which interactive sessions have replaced, and allow glue:UpdateDevEndpoint to nobody.',
    'glue:UpdateDevEndpoint',
    'arn:aws:glue:…:…:devEndpoint/…',
  ),
  source: 'Service Authorization Reference, AWS Glue: UpdateDevEndpoint; pathfinding.cloud glue-002',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
