import type { ReactNode } from 'react';
import css from './section.module.css';

export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {lead && <p className={css.lead}>{lead}</p>}
      {children}
    </section>
  );
}
