import css from './plain-text.module.css';

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/g;

/** Text as written: its line breaks, and its web addresses as links. */
export function PlainText({ text }: { text: string }) {
  return (
    <p className={css.text} dir="auto">
      {text.split(LINK).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noreferrer noopener">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
