import type { ReactNode } from 'react';
import css from './plain-text.module.css';

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/g;

/** Text as written: its line breaks, and its web addresses as links. */
export function PlainText({ text }: { text: string }) {
  return (
    <TextBlock>
      <Linked text={text} />
    </TextBlock>
  );
}

export function TextBlock({ children }: { children: ReactNode }) {
  return (
    <p className={css.text} dir="auto">
      {children}
    </p>
  );
}

/** A part of a text, with its web addresses as links. */
export function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(LINK).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noreferrer noopener">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

export const hasLink = (text: string): boolean => text.search(LINK) >= 0;
