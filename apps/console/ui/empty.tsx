import type { ReactNode } from 'react';
import css from './empty.module.css';

/** Nothing here: says why that is, and what to do next. */
export function Empty(props: { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <span className={css.icon}>{props.icon}</span>
      <p className={css.title}>{props.title}</p>
      {props.children && <div className={css.text}>{props.children}</div>}
      {props.action}
    </div>
  );
}
