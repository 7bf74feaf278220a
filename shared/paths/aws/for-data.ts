import { role } from '#shared/assets/aws/iam.ts';
import { technique, type UnnamedTechnique } from '../technique.ts';
import { passRoleFix } from './pass-role.ts';
import { type RoleTakingService, roleTaken } from './role-taking.ts';
import { trusts } from './trust.ts';

interface DataService {
  readonly service: RoleTakingService;
  /** As people call it. */
  readonly name: string;
  /** The package whose inputs name the role. */
  readonly sdk: string;
  /** What it does with the role, for whoever gives it one. */
  readonly why: string;
}

/** Having a service read and write as a role: much the same for every service that takes one for its data. */
export const forData = ({ service, name, sdk, why }: DataService): UnnamedTechnique =>
  technique(role, {
    title: `Only who may read and write what a role may can have ${name} do it as the role`,
    gains: `${name} reading and writing as the role`,
    by: 'principal',
    needs: roleTaken(service, 'data'),
    applies: trusts(service),
    holds: 'use',
    severity: 'low',
    basis: 'inferred',
    reference: ['aws-passrole-operations'],
    why,
    fix: passRoleFix(service),
    source: `The inputs with a role in ${sdk}; Service Authorization Reference, Amazon ${name}`,
    frameworks: { 'mitre-atlas': ['AML.T0012'] },
  });
