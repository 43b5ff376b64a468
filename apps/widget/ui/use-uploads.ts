import type { WidgetFileBody } from '@satchel/contracts';
import { useRef, useState } from 'preact/hooks';
import { bytes } from '../lib/format';
import { newId } from '../lib/new-id';
import { Refusal } from '../lib/rest';
import { upload } from '../lib/upload';
import { fill, plural } from '../lib/words';
import { useAround } from './surroundings';

export interface Pending {
  id: string;
  name: string;
  size: number;
  /** 0 to 1. */
  part: number;
  stored: WidgetFileBody | null;
  cancel: () => void;
}

export interface Uploads {
  pending: Pending[];
  problems: string[];
  busy: boolean;
  add: (files: Iterable<File>) => void;
  remove: (id: string) => void;
  /** Hands over what was stored and starts anew. */
  take: () => WidgetFileBody[];
}

/** The files of the message that is being written. Each starts to travel when it is chosen. */
export function useUploads(): Uploads {
  const { chat, words, shell } = useAround();
  const [pending, setPending] = useState<Pending[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const count = useRef(0);
  const format = shell.language.format;

  const drop = (id: string): void => {
    setPending((all) => {
      const left = all.filter((it) => it.id !== id);
      count.current = left.length;
      return left;
    });
  };
  const change = (id: string, to: Partial<Pending>): void =>
    setPending((all) => all.map((it) => (it.id === id ? { ...it, ...to } : it)));

  const refused = (file: File): string | null => {
    const limits = chat.store.get().config?.files;
    if (!limits) return null;
    if (file.size === 0) return fill(words.empty, { file: file.name });
    if (file.size > limits.maxBytes)
      return fill(words.tooBig, { file: file.name, size: bytes(limits.maxBytes, format) });
    return count.current >= limits.maxFiles ? plural(words.tooMany, limits.maxFiles, format) : null;
  };
  const failed = (file: File, error: unknown): string => {
    const status = error instanceof Refusal ? error.status : 0;
    if (status === 413)
      return fill(words.tooBig, { file: file.name, size: bytes(chat.store.get().config?.files.maxBytes ?? 0, format) });
    return fill(status === 415 || status === 422 ? words.wrongType : words.uploadFailed, { file: file.name });
  };

  const add = (files: Iterable<File>): void => {
    const said: string[] = [];
    for (const file of files) {
      const problem = refused(file);
      if (problem) {
        said.push(problem);
        continue;
      }
      const id = newId();
      const { done, cancel } = upload(chat.rest.base, chat.token ?? '', file, (part) => change(id, { part }));
      count.current += 1;
      setPending((all) => [...all, { id, name: file.name, size: file.size, part: 0, stored: null, cancel }]);
      done.then(
        (stored) => change(id, { stored, part: 1 }),
        (error: unknown) => {
          drop(id);
          if (error instanceof DOMException && error.name === 'AbortError') return;
          setProblems((all) => [...all, failed(file, error)]);
        },
      );
    }
    setProblems([...new Set(said)]);
  };

  return {
    pending,
    problems,
    busy: pending.some(({ stored }) => !stored),
    add,
    remove: (id) => {
      pending.find((it) => it.id === id && !it.stored)?.cancel();
      drop(id);
      setProblems([]);
    },
    take: () => {
      count.current = 0;
      setPending([]);
      setProblems([]);
      return pending.flatMap(({ stored }) => (stored ? [stored] : []));
    },
  };
}
