import { ConfigError } from './config-error';

/** Where files are kept when not in the data folder: any service that speaks the S3 API. */
export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  forcePathStyle: boolean;
}

const VARIABLES = {
  s3Endpoint: 'S3_ENDPOINT',
  s3Region: 'S3_REGION',
  s3Bucket: 'S3_BUCKET',
  s3AccessKeyId: 'S3_ACCESS_KEY_ID',
  s3SecretAccessKey: 'S3_SECRET_ACCESS_KEY',
} as const;

type Given = Record<keyof typeof VARIABLES, string | null> & { s3ForcePathStyle: boolean };

/** All of them, or null when none is given. Half of them would quietly split the files over two places: refused. */
export function s3SettingsOf(config: Given): S3Settings | null {
  const names = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];
  const missing = names.filter((name) => config[name] === null);
  if (missing.length === names.length) return null;
  if (missing.length > 0) {
    const words = missing.map((name) => VARIABLES[name]).join(', ');
    throw new ConfigError(
      `${words} ${missing.length > 1 ? 'are' : 'is'} missing: give all of ${Object.values(VARIABLES).join(', ')}, or none to keep files in the data folder.`,
    );
  }
  return {
    endpoint: config.s3Endpoint ?? '',
    region: config.s3Region ?? '',
    bucket: config.s3Bucket ?? '',
    accessKeyId: config.s3AccessKeyId ?? '',
    secretAccessKey: config.s3SecretAccessKey ?? '',
    forcePathStyle: config.s3ForcePathStyle,
  };
}
