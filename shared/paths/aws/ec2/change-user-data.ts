import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(acceleratedInstance, {
  title: 'Only who looks after a machine can change what it runs at its start',
  gains: 'a script that runs as root on the machine, as its role',
  by: 'principal',
  needs: [
    permission('ec2:ModifyInstanceAttribute'),
    permission('ec2:StopInstances'),
    permission('ec2:StartInstances'),
  ],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding ec2-002'],
  why: 'The user data of a stopped machine can be exchanged, and runs as root when it starts again.',
  fix: narrowed(
    'Allow ec2:ModifyInstanceAttribute on the machines of each team only, by tag.',
    ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
    'arn:aws:ec2:…:…:instance/…',
  ),
  source:
    'Service Authorization Reference, Amazon EC2: ModifyInstanceAttribute, StopInstances, StartInstances; pathfinding.cloud ec2-002',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
