import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(acceleratedInstance, {
  title: 'Only who looks after a machine can put an SSH key on it',
  gains: 'a shell on the machine, where its SSH port is reached',
  by: 'principal',
  needs: [permission('ec2-instance-connect:SendSSHPublicKey')],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding ec2instanceconnect-003'],
  why: 'The key is taken for a minute, as whatever user of the system one names. With the shell come the credentials of the role.',
  fix: narrowed(
    'Allow ec2-instance-connect:SendSSHPublicKey on the machines of each team only, by tag and ec2:osuser.',
    'ec2-instance-connect:SendSSHPublicKey',
    'arn:aws:ec2:…:…:instance/…',
  ),
  source:
    'Service Authorization Reference, Amazon EC2 Instance Connect: SendSSHPublicKey; pathfinding.cloud ec2instanceconnect-003',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
