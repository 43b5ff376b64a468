import { bytes } from '../lib/format';
import { fill } from '../lib/words';
import { Icon } from './icons';
import { useAround } from './surroundings';
import type { Uploads } from './use-uploads';

export function UploadList({ uploads }: { uploads: Uploads }) {
  const { words, shell } = useAround();
  return (
    <>
      {uploads.problems.length > 0 && (
        <div class="problems" role="alert">
          {uploads.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {uploads.pending.length > 0 && (
        <ul class="uploads">
          {uploads.pending.map(({ id, name, size, part, stored }) => (
            <li key={id}>
              <Icon name="file" />
              <span class="file-name" dir="auto">
                {name}
              </span>
              {stored ? (
                <span class="file-size">{bytes(size, shell.language.format)}</span>
              ) : (
                <progress max={1} value={part} aria-label={fill(words.uploading, { file: name })} />
              )}
              <button
                type="button"
                class="plain small"
                aria-label={fill(stored ? words.remove : words.cancel, { file: name })}
                onClick={() => uploads.remove(id)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
