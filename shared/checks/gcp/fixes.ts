/** A request that creates something in a collection of Vertex AI, for what gcloud has no command. */
export const posted = (collection: string, body: object, version = 'v1'): string =>
  `curl -X POST …/${version}/projects/PROJECT/locations/REGION/${collection} -d '${JSON.stringify(body)}'`;

/** For what the Google provider of Terraform has no resource: the command, run by it. */
export const provisioned = (command: string): string =>
  `resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = ${JSON.stringify(command)}\n  }\n}`;

/** A resource of the Google provider with what matters in it. */
export const resource = (type: string, ...lines: readonly string[]): string =>
  `resource "${type}" "…" {\n${lines.map((line) => `  ${line}\n`).join('')}}`;

/** How a bucket is closed to the public. */
export const CLOSED_BUCKET = {
  console:
    'Open the bucket, “Permissions”, remove allUsers and allAuthenticatedUsers, and choose “Prevent public access”.',
  cli: 'gcloud storage buckets update gs://BUCKET --public-access-prevention',
  terraform: resource('google_storage_bucket', 'public_access_prevention = "enforced"'),
} as const;
