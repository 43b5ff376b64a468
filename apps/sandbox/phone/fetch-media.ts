import type { Hooks } from '../hooks/hooks';
import type { MediaStore, StoredMedia } from './media';

const LARGEST_MEDIA = 16 * 1024 * 1024;
const WITHIN_MS = 5_000;

/** Gets a file from the address that a sender named, as the vendor's servers do: without signing in. Null: it could not. */
export async function fetchMedia(hooks: Hooks, media: MediaStore, url: string): Promise<StoredMedia | null> {
  if (!hooks.mayCall(url)) return null;
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > LARGEST_MEDIA) return null;
    const content = Buffer.from(await response.arrayBuffer());
    if (content.length > LARGEST_MEDIA) return null;
    const name = /filename="?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return media.add(content, response.headers.get('content-type') ?? '', name);
  } catch {
    return null;
  }
}
