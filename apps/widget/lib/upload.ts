import type { WidgetFileBody } from '@satchel/contracts';
import { refusalOf } from './rest';

export interface Upload {
  done: Promise<WidgetFileBody>;
  cancel: () => void;
}

/** Sends one file. XMLHttpRequest, because fetch does not tell how much has gone. */
export function upload(base: string, token: string, file: File, onProgress: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<WidgetFileBody>((resolve, reject) => {
    request.open('POST', `${base}/files`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      if (request.status < 200 || request.status > 299)
        return reject(refusalOf(request.status, request.responseText, null));
      try {
        resolve(JSON.parse(request.responseText) as WidgetFileBody);
      } catch (error) {
        reject(error instanceof Error ? error : new Error('unreadable answer'));
      }
    };
    request.onerror = () => reject(new Error('no connection'));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
  });
  const form = new FormData();
  form.append('file', file, file.name || 'image.png');
  request.send(form);
  return { done, cancel: () => request.abort() };
}
