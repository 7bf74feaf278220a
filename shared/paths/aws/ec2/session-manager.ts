import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(acceleratedInstance, {
  title: 'Only who looks after a machine can run commands on it by Systems Manager',
  gains: 'a shell or a command on the machine, where its agent is connected to Systems Manager',
  by: 'principal',
  needs: [oneOf(permission('ssm:StartSession'), permission('ssm:SendCommand'))],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding ssm-001', 'pathfinding ssm-002'],
  why: 'No port has to be open and no key known: the agent on the machine runs what it is sent, as root or as a user that may become it.',
  fix: narrowed(
    'Allow ssm:StartSession and ssm:SendCommand on the machines of each team only, by ssm:resourceTag.',
    ['ssm:StartSession', 'ssm:SendCommand'],
    'arn:aws:ec2:…:…:instance/…',
  ),
  source:
    'Service Authorization Reference, AWS Systems Manager: StartSession, SendCommand; pathfinding.cloud ssm-001, ssm-002',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
