import { field, type Predicate } from '#shared/model/predicate.ts';

/** Not a Foundry project: a project has its managed network and its key from its hub. */
export const isNoProject: Predicate = field('kind')
  .absentIs('Default', 'a recorded workspace of 2021 has no kind')
  .isNot('Project');
