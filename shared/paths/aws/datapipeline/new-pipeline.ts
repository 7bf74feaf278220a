import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const PIPELINES = anyIn('arn:aws:datapipeline:*:{account}:pipeline/*');

export default technique(role, {
  title: 'Only who has what a role has can run a data pipeline as it',
  gains: 'commands of one’s own on a machine that works as the role',
  by: 'principal',
  needs: [
    permission('iam:PassRole'),
    permission('datapipeline:CreatePipeline', { on: anyIn('*') }),
    permission('datapipeline:PutPipelineDefinition', { on: PIPELINES }),
    permission('datapipeline:ActivatePipeline', { on: PIPELINES }),
  ],
  applies: trusts('datapipeline.amazonaws.com', 'elasticmapreduce.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'medium',
  basis: 'documented',
  reference: ['pathfinding datapipeline-001'],
  why: 'A pipeline starts machines and runs commands on them as the role in its definition. AWS takes no new customers for the service; accounts that had it have it still.',
  fix: passRoleFix('datapipeline.amazonaws.com'),
  source:
    'Service Authorization Reference, AWS Data Pipeline: CreatePipeline, PutPipelineDefinition, ActivatePipeline; pathfinding.cloud datapipeline-001',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
