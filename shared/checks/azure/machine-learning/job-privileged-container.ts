import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { isUnconfined, JOB } from './job-definitions.ts';

const run = (dockerArgs: string) => ({ properties: { resources: { dockerArgs } } });

export default check(mlJob, {
  title: 'Containers of Machine Learning jobs cannot take over their nodes',
  severity: 'high',
  fails: isUnconfined(JOB),
  why: 'What the job loads becomes administrator of the node, where other jobs, their data and the identity of the compute are.',
  fix: {
    console: 'Submit the job without those options of the container.',
    cli: 'az ml job create --file job.yml   # without --privileged and the like among resources.docker_args',
    bicep: "properties: { resources: { dockerArgs: '--shm-size 8g' } }",
  },
  source:
    'JobResourceConfiguration.dockerArgs of @azure/arm-machinelearning; dockerArgsList of its later api-versions',
  frameworks: { 'mitre-atlas': ['AML.T0105', 'AML.T0112'] },
  examples: {
    pass: [
      run('--shm-size 8g --ipc=host'),
      run('--privileged=false'),
      { properties: {} },
      { properties: { resources: { dockerArgsList: ['--gpus', 'all'] } } },
    ],
    fail: [
      run('--shm-size 8g --privileged'),
      run('--cap-add SYS_ADMIN'),
      run('-v /var/run/docker.sock:/var/run/docker.sock'),
      run('--security-opt seccomp=unconfined'),
      { properties: { resources: { dockerArgsList: ['--pid', 'host'] } } },
      { properties: { trial: { resources: { dockerArgs: '--privileged=true' } } } },
    ],
    unknown: [{ properties: { resources: { dockerArgs: 7 } } }],
  },
});
