import { bareJpeg } from './jpeg';
import { barePng } from './png';
import { bareWebp } from './webp';

const BARE: Record<string, (file: Buffer) => Buffer | null> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
};

/**
 * A picture without the place, the device and the words that its maker's programs wrote into it. Its coded data are the
 * same bytes; only how to turn it stays. What is no picture, or not a whole one, comes back exactly as it is.
 */
export function barePicture(file: Buffer, contentType: string): Buffer {
  const bare = BARE[contentType]?.(file);
  return bare && !bare.equals(file) ? bare : file;
}
